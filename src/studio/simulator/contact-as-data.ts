import type { ActionResult, Contact, Turn } from '../../engine/contact.ts';

/** A contact as its file writes it, without what is empty; the id is the caller's. */
export function contactAsData({
  intent,
  channel,
  locale,
  at,
  facts,
  turns,
  results,
}: Omit<Contact, 'id'>): Readonly<Record<string, unknown>> {
  const data: Record<string, unknown> = { intent, channel, locale, at };
  if (Object.keys(facts).length > 0) data['facts'] = facts;
  if (turns.length > 0) data['turns'] = turns.map(turnAsData);
  const told = Object.entries(results).map(([action, list]) => [action, list.map(resultAsData)] as const);
  if (told.length > 0) {
    data['results'] = Object.fromEntries(
      told.map(([action, list]) => [action, list.length === 1 ? list[0] : list]),
    );
  }
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

function turnAsData({ text, facts }: Turn): Readonly<Record<string, unknown>> {
  return Object.keys(facts).length > 0 ? { say: text, facts } : { say: text };
}

function resultAsData(result: ActionResult): Readonly<Record<string, unknown>> {
  return result.ok ? { facts: result.facts } : { error: result.error };
}
