import type { Link } from '../../document/operations/link.ts';

/** Where a link leaves its node. The start link leaves the start marker. */
export function portOf(link: Link): string {
  return link.slot === 'branch' ? `branch:${link.index}` : link.slot === 'start' ? 'next' : link.slot;
}

export function linkAt(from: string, port: string): Link | undefined {
  if (port === 'next' || port === 'otherwise' || port === 'onError' || port === 'giveUp') {
    return { from, slot: port };
  }
  const branch = /^branch:(\d+)$/.exec(port);
  return branch ? { from, slot: 'branch', index: Number(branch[1]) } : undefined;
}
