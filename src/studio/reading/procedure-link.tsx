/** The procedure that a step follows. */
export function ProcedureLink({ id }: { readonly id: string | undefined }) {
  if (id === undefined) return <span className="reading-missing">that is not chosen yet</span>;
  return <strong>{id}</strong>;
}
