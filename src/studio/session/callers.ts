/** Where a procedure was opened from: a step of another that runs it. */
export interface Caller {
  /** The library's id of the calling procedure. */
  readonly procedure: string;
  readonly step: string;
}

const most = 12;

/** The way to the open procedure as its address has it, the first caller first. */
export function callersIn(search: string): readonly Caller[] {
  return new URLSearchParams(search).getAll('from').flatMap((written) => {
    const cut = written.indexOf('/');
    return cut < 1 ? [] : [{ procedure: written.slice(0, cut), step: written.slice(cut + 1) }];
  });
}

export function printCallers(callers: readonly Caller[]): readonly (readonly [string, string])[] {
  return callers.slice(-most).map(({ procedure, step }) => ['from', `${procedure}/${step}`] as const);
}

type View = 'canvas' | 'read';

/** The address of a procedure that was opened from others, in the view that it was opened from. */
export function addressOfCalled(
  procedure: string,
  callers: readonly Caller[],
  view: View = 'canvas',
): string {
  return address(procedure, queryOf(callers, view));
}

/** The address of the caller at `index`, with the step selected that leads on. */
export function addressOfCaller(
  callers: readonly Caller[],
  index: number,
  view: View = 'canvas',
): string | undefined {
  const caller = callers[index];
  if (!caller) return undefined;
  const query = queryOf(callers.slice(0, index), view);
  query.append('select', `step:${caller.step}`);
  return address(caller.procedure, query);
}

function queryOf(callers: readonly Caller[], view: View): URLSearchParams {
  const query = new URLSearchParams(printCallers(callers).map(([...pair]) => pair));
  if (view !== 'canvas') query.set('view', view);
  return query;
}

function address(procedure: string, query: URLSearchParams): string {
  const search = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return `/p/${procedure}${search === '' ? '' : `?${search}`}`;
}
