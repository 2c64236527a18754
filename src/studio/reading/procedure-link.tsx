import { useCalledProcedure } from '../session/use-called-procedure.ts';

/** The procedure that a step follows, by its title; leads into it where it is known. */
export function ProcedureLink({ id, step }: { readonly id: string | undefined; readonly step: string }) {
  const called = useCalledProcedure(id, step);
  if (id === undefined || id === '') return <span className="reading-missing">that is not chosen yet</span>;
  if (called?.state === 'missing') return <span className="reading-missing">“{id}”, which is not here</span>;
  if (called?.state !== 'found') return <strong>{id}</strong>;
  return (
    <button type="button" className="reading-link" onClick={called.open}>
      {called.title}
    </button>
  );
}
