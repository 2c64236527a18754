import type { Reference } from './passage.ts';
import { anchorOf, goToElement } from './go-to-element.ts';

/** A cross-reference: `7 Supervisor`. */
export function StepLink({ to }: { readonly to: Reference | undefined }) {
  if (to === undefined) return <span className="reading-missing">nowhere yet</span>;
  if (to.number === undefined)
    return <span className="reading-missing">“{to.id}”, which does not exist</span>;
  return (
    <a
      href={`#${anchorOf(`step:${to.id}`)}`}
      className="reading-link"
      onClick={(event) => {
        event.preventDefault();
        goToElement(`step:${to.id}`);
      }}
    >
      {to.number} {to.title}
    </a>
  );
}
