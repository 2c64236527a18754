import { defaultFilter } from 'cmdk';
import type { Command } from '../session/commands.ts';
import type { Destination } from './destinations.ts';

export type Choice =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'destination'; readonly destination: Destination };

/** More than this nobody reads: one types on. */
const mostShown = 40;
/** Letters that only happen to stand in order somewhere are not what was meant, where something fits far better. */
const faintest = 0.1;
/** What was used lately comes before what fits equally well. */
const recentBonus = 1.15;

/** What a typed text may mean, the likeliest first. */
export function search(
  typed: string,
  commands: readonly Command[],
  destinations: readonly Destination[],
  recent: readonly string[],
): readonly Choice[] {
  const text = typed.trim();
  if (text === '') return [];
  const scored: { readonly choice: Choice; readonly score: number }[] = [];
  for (const command of commands) {
    const fit = scoreOf(text, command.title, [...(command.keywords ?? []), command.section]);
    const score = recent.includes(command.id) ? fit * recentBonus : fit;
    if (score > 0) scored.push({ choice: { kind: 'command', command }, score });
  }
  for (const destination of destinations) {
    const { name, given } = destination;
    const score = scoreOf(text, name, name === given ? [] : [given]);
    if (score > 0) scored.push({ choice: { kind: 'destination', destination }, score });
  }
  scored.sort((a, b) => b.score - a.score);
  const least = (scored[0]?.score ?? 0) * faintest;
  return scored
    .filter(({ score }) => score >= least)
    .slice(0, mostShown)
    .map(({ choice }) => choice);
}

/** The name alone counts more than the name with what else it is found by. */
function scoreOf(typed: string, name: string, more: readonly string[]): number {
  const byName = defaultFilter(name, typed);
  if (byName > 0.9 || more.length === 0) return byName;
  return Math.max(byName, 0.9 * defaultFilter(`${name} ${more.join(' ')}`, typed));
}
