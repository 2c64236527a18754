import type { Path } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import { planSetField } from '../../document/operations/plan-set-field.ts';
import { useDocument } from '../session/session-context.tsx';
import { useGesture, type Gesture } from './use-gesture.ts';

/** What the forms work with: the document to read from, gestures to write with. */
export interface Inspected {
  readonly document: SopDocument;
  readonly gesture: Gesture;
  /** Writes the field at `path`, undefined taking it away; gives back the reason of a refusal. */
  set(path: Path, value: unknown): string | undefined;
}

export function useInspected(): Inspected {
  const document = useDocument();
  const gesture = useGesture();
  return {
    document,
    gesture,
    set: (path, value) => gesture(labelFor(path, value), (current) => planSetField(current, path, value)),
  };
}

function labelFor(path: Path, value: unknown): string {
  const field = path.findLast((part) => typeof part === 'string') ?? 'field';
  return `${value === undefined ? 'Remove' : 'Change'} ${field}`;
}
