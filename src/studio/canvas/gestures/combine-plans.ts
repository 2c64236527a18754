import { planned, refused, type Plan } from '../../../document/operations/plan.ts';

/** Two plans made on one text as one gesture; refused where both touch the same place. */
export function combinePlans(first: Plan, second: Plan): Plan {
  if (!first.ok) return first;
  if (!second.ok) return second;
  const edits = [...first.edits, ...second.edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const clash = edits.some((edit, index) => index > 0 && edit.from < edits[index - 1]!.to);
  if (clash)
    return refused(
      'not-expressible',
      'Both ends of this link stand in one place of the text. Do it in two steps.',
    );
  return planned(edits, {
    renamed: [...first.renamed, ...second.renamed],
    created: [...first.created, ...second.created],
  });
}
