import type { ProcedureSession } from '../session/procedure-session.ts';
import { notify } from '../ui/notify.tsx';

/** Says when everything is on disk, and where it is not. */
export function reassure(session: ProcedureSession): void {
  session.saved().then(
    () => {
      const { sharing } = session.snapshot();
      if (sharing.kind !== 'not-shared') notify('Everything is saved in this browser');
      else
        notify('Saved in this tab', {
          detail: `Line ${sharing.line ?? 1} is not YAML yet; other tabs get the text when it is.`,
        });
    },
    (error: unknown) => {
      notify('Not saved', { tone: 'error', detail: error instanceof Error ? error.message : String(error) });
    },
  );
}
