import type { Link } from '../../document/operations/link.ts';

/** Where a link leaves its node. The start link leaves the start marker. */
export function portOf(link: Link): string {
  if (link.slot === 'branch') return `branch:${link.index}`;
  if (link.slot === 'outcome') return `outcome:${link.outcome}`;
  return link.slot === 'start' ? 'next' : link.slot;
}

export function linkAt(from: string, port: string): Link | undefined {
  if (port === 'next' || port === 'otherwise' || port === 'onError' || port === 'giveUp') {
    return { from, slot: port };
  }
  if (port.startsWith('outcome:')) return { from, slot: 'outcome', outcome: port.slice('outcome:'.length) };
  const branch = /^branch:(\d+)$/.exec(port);
  return branch ? { from, slot: 'branch', index: Number(branch[1]) } : undefined;
}
