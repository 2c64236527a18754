import { useMemo } from 'react';
import { appendPositions } from '../session/positions-note.ts';
import { useSession } from '../session/session-context.tsx';
import { downloadText, fileName } from '../ui/download.ts';
import { notify } from '../ui/notify.tsx';

/** Ways to take the procedure out of the studio. */
export function useTakeOut() {
  const session = useSession();
  return useMemo(() => {
    const name = (): string => fileName(session.snapshot().document.procedure.title, 'yaml');
    const copy = (text: string, said: string): void => {
      navigator.clipboard.writeText(text).then(
        () => notify(said),
        () => notify('The browser did not let the studio copy', { tone: 'error' }),
      );
    };
    return {
      exportYaml: () => downloadText(name(), session.text.toString()),
      exportWithPositions: () =>
        downloadText(name(), appendPositions(session.text.toString(), session.snapshot())),
      exportContacts: () => downloadText('contacts.yaml', session.contacts.toString()),
      copyYaml: () => copy(session.text.toString(), 'The YAML is copied'),
      copyLink: () => copy(window.location.href, 'The link is copied. It opens in this browser only.'),
    };
  }, [session]);
}
