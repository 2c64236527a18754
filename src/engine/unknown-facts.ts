import type { Frame } from '../condition/compile.ts';
import { explainExpression } from '../condition/explain.ts';
import { unknownNames } from '../condition/sentence.ts';
import type { Condition, Program } from './program.ts';

/** The facts for want of which a condition is unknown: what derived names hang on is followed. */
export function unknownFacts(program: Program, condition: Condition, frame: Frame): readonly string[] {
  const missing = condition.plain ? condition.inputs.filter((slot) => frame.slots[slot] === undefined) : [];
  const [only] = missing;
  if (missing.length === 1 && only !== undefined) return [program.environment.declarations[only]?.name ?? ''];
  const facts = new Set<string>();
  const followed = new Set<string>();
  const follow = (each: Condition): void => {
    for (const name of unknownNames(explainExpression(each.expression, frame))) {
      if (followed.has(name)) continue;
      followed.add(name);
      const declaration = program.environment.byName.get(name);
      const derived = declaration?.role === 'derived' ? program.derived[declaration.slot] : undefined;
      if (derived === undefined) facts.add(name);
      else follow(derived);
    }
  };
  follow(condition);
  return [...facts];
}
