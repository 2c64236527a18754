import { currentFlow } from '../drawn-flow.ts';
import { guardrailIdOf, noteIdOf, sectionIdOf, stepIdOf } from '../element-key.ts';

/** What people call it: an element by its id, a section by its title. */
export function nameOf(key: string): string {
  if (noteIdOf(key) !== undefined) return 'note';
  if (sectionIdOf(key) !== undefined)
    return `section ${currentFlow().boxes.find((box) => box.key === key)?.title ?? ''}`.trim();
  return stepIdOf(key) ?? guardrailIdOf(key) ?? key;
}
