import { useViewState } from '../../session/view-state.ts';
import type { Covered } from './batch-report.ts';

/** How much the contacts reached, and what none did: each leads to its step. */
export function CoverageList({ title, covered }: { readonly title: string; readonly covered: Covered }) {
  const select = useViewState((state) => state.select);
  const show = useViewState((state) => state.show);
  const share = covered.total === 0 ? 1 : covered.taken / covered.total;
  return (
    <section aria-label={`${title} reached`} className="flex flex-col gap-1">
      <h3 className="flex items-baseline justify-between text-sm font-medium">
        {title}
        <span className="text-xs font-normal text-muted tabular-nums">
          {covered.taken} of {covered.total} reached
        </span>
      </h3>
      <span className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
      </span>
      {covered.missed.length > 0 && (
        <ul
          aria-label={`${title} that no contact reached`}
          className="mt-1 flex flex-wrap items-center gap-1"
        >
          <li aria-hidden className="mr-1 text-xs text-muted">
            Not reached:
          </li>
          {covered.missed.map(({ step, label }, index) => (
            <li key={index} className="max-w-full">
              <button
                type="button"
                title={`Show ${step}`}
                className="max-w-full truncate rounded-sm border border-line bg-sunken px-1.5 text-xs text-muted hover:text-ink"
                onClick={() => {
                  select([`step:${step}`], 'simulator');
                  show({ path: ['steps', step] }, 'simulator');
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
