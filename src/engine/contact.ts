/** One customer conversation to rehearse. `facts` may be nested or dotted in the file; here they are by declared name. */
export interface Contact {
  readonly id: string;
  readonly intent: string | undefined;
  readonly channel: string | undefined;
  readonly locale: string | undefined;
  /** RFC 3339. The run's only clock. */
  readonly at: string | undefined;
  /** As JSON, nested or dotted; bound to declared facts when the run starts. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly turns: readonly Turn[];
  /** What each action returns, in order of calls; the last one repeats. */
  readonly results: Readonly<Record<string, readonly ActionResult[]>>;
  readonly expect: Expectation | undefined;
}

/** What the customer says, and what it sets: facts and signals such as sentiment. */
export interface Turn {
  readonly text: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export type ActionResult =
  | { readonly ok: true; readonly facts: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: string };

export interface Expectation {
  readonly outcome?: string;
  readonly actions?: readonly { readonly name: string; readonly args?: Readonly<Record<string, unknown>> }[];
  readonly escalation?: string | null;
  readonly path?: readonly string[];
}
