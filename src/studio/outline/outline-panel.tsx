import { nameOf } from '../../document/humanised.ts';
import { useDocument } from '../session/session-context.tsx';
import { viewNow } from '../session/view-state.ts';

/** The procedure as a list of its steps and guardrails. */
export function OutlinePanel() {
  const { steps, guardrails } = useDocument().procedure;
  return (
    <section aria-label="Outline" className="h-full overflow-y-auto bg-surface p-2">
      <ul>
        {[...steps].map(([id, step]) => (
          <Line key={`step:${id}`} elementKey={`step:${id}`} name={nameOf(id, step)} />
        ))}
        {[...guardrails].map(([id, guardrail]) => (
          <Line key={`guardrail:${id}`} elementKey={`guardrail:${id}`} name={nameOf(id, guardrail)} />
        ))}
      </ul>
    </section>
  );
}

function Line({ elementKey, name }: { readonly elementKey: string; readonly name: string }) {
  return (
    <li>
      <button
        type="button"
        className="w-full truncate rounded-sm px-2 text-left hover:bg-hover"
        onClick={() => viewNow().select([elementKey], 'outline')}
      >
        {name}
      </button>
    </li>
  );
}
