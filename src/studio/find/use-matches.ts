import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useSession, useSnapshot } from '../session/session-context.tsx';
import { viewNow } from '../session/view-state.ts';
import type { Finding } from '../session/view-state.ts';
import { contactTexts } from './contact-texts.ts';
import { findMatches, keysOf } from './find-matches.ts';
import type { Match } from './find-matches.ts';
import { procedureTexts } from './procedure-texts.ts';
import type { Searchable } from './searchable.ts';

/** What the open procedure says to `finding`; told to the other panels for as long as the caller is mounted. */
export function useMatches(typed: string, matchesCase: boolean): readonly Match[] {
  const session = useSession();
  const { document, notes, sections } = useSnapshot();
  const contacts = useSyncExternalStore(
    (listener) => {
      session.contacts.observe(listener);
      return () => session.contacts.unobserve(listener);
    },
    () => session.contacts.toString(),
  );
  // Typing into the field stays ahead of a search through a long procedure.
  const text = useDeferredValue(typed);
  const finding = useMemo((): Finding => ({ text, matchesCase }), [text, matchesCase]);
  const matches = useMemo(() => {
    if (finding.text === '') return [];
    const arranged: readonly Searchable[] = [
      ...[...notes].map(([id, note]) => arrangedText('note', id, note.text)),
      ...[...sections].map(([id, section]) => arrangedText('section', id, section.title)),
    ];
    return findMatches([...procedureTexts(document), ...arranged, ...contactTexts(contacts)], finding);
  }, [document, notes, sections, contacts, finding]);
  useEffect(() => {
    viewNow().setFound(keysOf(matches), finding.text === '' ? undefined : finding);
  }, [matches, finding]);
  useEffect(() => () => viewNow().setFound([], undefined), []);
  return matches;
}

function arrangedText(place: 'note' | 'section', id: string, text: string): Searchable {
  return { at: { in: place, id }, part: 'value', text };
}
