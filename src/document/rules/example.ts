/** A rule's example as a whole procedure: what its sections leave out is filled in. */
export function completeExample(sections: string): string {
  if (sections.startsWith('-')) return sections;
  const has = (key: string): boolean => new RegExp(`^${key}:`, 'm').test(sections);
  let text = sections.trim() + '\n';
  if (!has('steps')) text += 'steps:\n  done: { kind: end, outcome: done }\n';
  if (!has('start') && !has('steps')) text = `start: done\n${text}`;
  if (!has('id')) text = `id: example\n${text}`;
  return has('sop') ? text : `sop: 1\n${text}`;
}
