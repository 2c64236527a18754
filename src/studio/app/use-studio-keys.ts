import { useEffect } from 'react';
import type { ProcedureSession } from '../session/procedure-session.ts';
import { useSession } from '../session/session-context.tsx';
import { viewNow } from '../session/view-state.ts';
import { focusNextPanel, focusPanel } from '../ui/focus-panel.ts';
import { notify } from '../ui/notify.tsx';

export interface StudioKeySetting {
  readonly showKeys: () => void;
  readonly exportYaml: () => void;
}

/** The keys that work wherever the focus is. A panel that has used a key prevents its default; it is not used twice. */
export function useStudioKeys({ showKeys, exportYaml }: StudioKeySetting): void {
  const session = useSession();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const act = actionFor(event, session, { showKeys, exportYaml });
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [session, showKeys, exportYaml]);
}

function actionFor(
  event: KeyboardEvent,
  session: ProcedureSession,
  { showKeys, exportYaml }: StudioKeySetting,
): (() => void) | undefined {
  const view = viewNow();
  const typing = isEditable(event.target);
  // A dialog has the keyboard to itself.
  if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return undefined;

  if (event.ctrlKey || event.metaKey) {
    switch (event.key.toLowerCase()) {
      case 'z':
        // A field that is being typed in takes back its own typing.
        if (typing) return undefined;
        return event.shiftKey ? () => session.redo() : () => session.undo();
      case 'y':
        return typing ? undefined : () => session.redo();
      case 's':
        return () => reassure(session);
      case 'e':
        return exportYaml;
      case 'j':
        return () => view.setDockOpen(!view.dockOpen);
      case 'i':
        return () => view.setInspectorOpen(!view.inspectorOpen);
      case 'enter':
        return () => view.setMode(view.mode === 'design' ? 'simulate' : 'design');
      default:
        return undefined;
    }
  }
  if (event.altKey) {
    const dock = ({ Digit1: 'code', Digit2: 'simulator', Digit3: 'problems' } as const)[event.code];
    if (dock === undefined) return undefined;
    // In Simulate mode the simulator is there already, beside the canvas.
    if (dock === 'simulator' && view.mode === 'simulate') return () => focusPanel('simulator');
    return () => view.setDock(dock);
  }
  switch (event.key) {
    case 'F6':
      return () => focusNextPanel(event.shiftKey ? -1 : 1);
    case 'F8':
      return () => jumpToProblem(session, event.shiftKey ? -1 : 1);
    case '?':
      return typing ? undefined : showKeys;
    default:
      return undefined;
  }
}

function reassure(session: ProcedureSession): void {
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

/** The problem after or before the one that was shown last, round and round. */
function jumpToProblem(session: ProcedureSession, direction: 1 | -1): void {
  const { document } = session.snapshot();
  const { reveal, select, show } = viewNow();
  const starts = document.diagnostics.map(({ span }) => span.from);
  if (starts.length === 0) {
    notify('No problems');
    return;
  }
  const shown = reveal !== undefined && 'span' in reveal.target ? reveal.target.span.from : -1;
  const at = starts.lastIndexOf(shown);
  const from = at < 0 && direction < 0 ? 0 : at;
  const next = document.diagnostics[(from + direction + starts.length) % starts.length];
  if (next === undefined) return;
  const element = document.elementAt(next.span.from);
  select(element === undefined ? [] : [element], 'problems');
  show({ span: next.span }, 'problems');
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null
  );
}
