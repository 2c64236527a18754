import { SquareArrowOutUpRight } from 'lucide-react';
import { useCalledProcedure } from '../../session/use-called-procedure.ts';

/** Leads from a procedure step to the procedure that it runs, where there is one. */
export function OpenCalled({ callee, step }: { readonly callee: string; readonly step: string }) {
  const called = useCalledProcedure(callee, step);
  if (called?.state !== 'found') return undefined;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="element-tool nodrag"
      aria-label={`Open ${called.title}`}
      title={`Open ${called.title}`}
      onClick={(event) => {
        event.stopPropagation();
        called.open();
      }}
    >
      <SquareArrowOutUpRight aria-hidden size={14} />
    </button>
  );
}
