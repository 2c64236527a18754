import type { SopDocument } from '../../document/document.ts';
import { nameOf } from '../../document/humanised.ts';
import { useViewState } from '../session/view-state.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { elementWord } from '../ui/element-kind.ts';

export interface SeveralElementsProps {
  readonly keys: readonly string[];
  readonly document: SopDocument;
}

/** Of several selected elements there is no form: each can be chosen alone. */
export function SeveralElements({ keys, document }: SeveralElementsProps) {
  const select = useViewState((state) => state.select);
  const { steps, guardrails } = document.procedure;
  return (
    <>
      <header className="border-b border-line px-4 py-2">
        <p className="text-xs font-semibold text-muted">Selection</p>
        <h2 className="text-lg font-semibold">{keys.length} elements</h2>
      </header>
      <ul className="flex flex-col gap-0.5 p-2">
        {keys.map((key) => {
          const id = key.slice(key.indexOf(':') + 1);
          const step = key.startsWith('step:') ? steps.get(id) : undefined;
          const kind = key.startsWith('step:') ? step?.kind : 'guardrail';
          return (
            <li key={key}>
              <button
                type="button"
                className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover"
                onClick={() => select([key], 'inspector')}
              >
                {kind && <ElementIcon kind={kind} />}
                <span className="min-w-0 flex-1 truncate">{nameOf(id, step ?? guardrails.get(id))}</span>
                <span className="text-xs text-faint">{kind ? elementWord[kind] : 'Unreadable'}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
