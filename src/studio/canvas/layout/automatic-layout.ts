import type { Position, ProcedureSession } from '../../session/procedure-session.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import { announce, useCanvasState } from '../canvas-state.ts';
import { startKey } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';
import { graphOfFlow } from './graph-of-flow.ts';
import type { LayoutGraph } from './layout-graph.ts';
import type { LayoutJob } from './layout-job.ts';
import { placeMissing } from './place-missing.ts';
import { restful, whereTheyStood } from './restful.ts';
import { settleOverlaps } from './settle-overlaps.ts';

/** From this many newcomers on, and when they outnumber what has a place, everything is laid out. */
const crowd = 4;
/** Milliseconds; the style sheet keeps to it. */
const glide = 180;

/**
 * Keeps every element placed: lays a procedure out that has no positions or was replaced by another, finds a place
 * for single newcomers, and makes room below a node that grew. None of that is a gesture, so none of it is undone;
 * tidying is.
 */
export class AutomaticLayout {
  #job: LayoutJob | undefined;
  #before: ReadonlyMap<string, CanvasElement> | undefined;
  /** The last picture that was answered, so that one picture is never laid out twice. */
  #answered: Flow['rects'] | undefined;

  constructor(
    readonly session: ProcedureSession,
    readonly start: (graph: LayoutGraph) => LayoutJob,
    /** A procedure was laid out for the first time. */
    readonly arranged: () => void,
  ) {}

  /** To be told of every picture. */
  update(flow: Flow): void {
    const { elements, connections, rects } = flow;
    const previous = this.#before;
    this.#before = elements;
    if (previous === elements && (this.#job !== undefined || this.#answered === rects)) return;
    this.#answered = rects;
    const missing = [...elements.keys()].filter((key) => !rects.has(key));
    const crowded = missing.length >= crowd && missing.length * 2 > elements.size;
    if (crowded || wasReplaced(previous, elements)) {
      void this.#arrange(flow, (positions) => {
        this.session.place(positions);
        this.arranged();
      });
    } else if (missing.length > 0) {
      this.session.place(placeMissing(missing, elements, connections, rects));
    } else if (previous && previous !== elements) {
      const moved = settleOverlaps(withoutStart(rects), grownSince(previous, elements));
      if (moved.size > 0) this.session.place(moved);
    }
  }

  tidy(flow: Flow): void {
    announce('Tidying the layout.');
    void this.#arrange(flow, (positions) => {
      const start = flow.connections.links.find((link) => link.source === startKey)?.target;
      const moved = restful(positions, flow.rects, start);
      this.#move(moved, 'Tidy layout');
      announce(moved.size === 0 ? 'The layout is tidy.' : `Tidied the layout: ${moved.size} elements moved.`);
    });
  }

  /** Lays the elements named out among themselves, where they stand; no other one moves. */
  tidySome(flow: Flow, keys: readonly string[]): void {
    const chosen = new Set(keys.filter((key) => flow.elements.has(key) && flow.rects.has(key)));
    if (chosen.size < 2) {
      announce('Select at least two elements to tidy.');
      return;
    }
    announce(`Tidying ${chosen.size} elements.`);
    const elements = new Map([...flow.elements].filter(([key]) => chosen.has(key)));
    const connections = {
      links: flow.connections.links.filter(({ source, target }) => chosen.has(source) && chosen.has(target)),
      ties: flow.connections.ties.filter(
        ({ guardrail, target }) => chosen.has(guardrail) && chosen.has(target),
      ),
    };
    void this.#arrange({ elements, connections }, (positions) => {
      const rest = [...flow.places].flatMap(([key, rect]) => (chosen.has(key) ? [] : [rect]));
      const placed = whereTheyStood(positions, elements, flow.rects, rest);
      this.#move(restful(placed, flow.rects, undefined, false), 'Tidy selection');
      announce(`Tidied ${chosen.size} elements.`);
    });
  }

  /** Nodes glide to their new places, where the system asks for no less motion. */
  #move(positions: ReadonlyMap<string, Position>, label: string): void {
    if (positions.size === 0) return;
    useCanvasState.setState({ gliding: true });
    setTimeout(() => useCanvasState.setState({ gliding: false }), glide);
    this.session.arrange({ positions }, label);
  }

  cancel(): void {
    this.#job?.cancel();
    this.#finish();
    announce('Stopped laying out.');
  }

  close(): void {
    this.#job?.cancel();
    this.#finish();
  }

  async #arrange(
    flow: Pick<Flow, 'elements' | 'connections'>,
    settle: (positions: ReadonlyMap<string, Position>) => void,
  ): Promise<void> {
    this.#job?.cancel();
    const job = this.start(graphOfFlow(flow.elements, flow.connections));
    this.#job = job;
    useCanvasState.setState({ arranging: flow.elements.size });
    const positions = await job.result;
    if (this.#job !== job) return;
    this.#finish();
    if (!positions) return;
    settle(positions);
  }

  #finish(): void {
    this.#job = undefined;
    useCanvasState.setState({ arranging: undefined });
  }
}

/** Whether another procedure was put in the place of this one: positions that ids share mean nothing then. */
function wasReplaced(
  previous: ReadonlyMap<string, CanvasElement> | undefined,
  elements: ReadonlyMap<string, CanvasElement>,
): boolean {
  if (!previous || previous === elements || previous.size === 0 || elements.size < crowd) return false;
  let same = 0;
  for (const [key, { content }] of elements) {
    const other = previous.get(key)?.content;
    if (other?.kind === content.kind && other.substance === content.substance) same += 1;
  }
  return same * 2 < elements.size;
}

function* grownSince(
  previous: ReadonlyMap<string, CanvasElement>,
  elements: ReadonlyMap<string, CanvasElement>,
): Generator<string> {
  for (const [key, { shape }] of elements) {
    const other = previous.get(key);
    if (other && shape.height > other.shape.height) yield key;
  }
}

function withoutStart<Rect>(rects: ReadonlyMap<string, Rect>): ReadonlyMap<string, Rect> {
  const rest = new Map(rects);
  rest.delete(startKey);
  return rest;
}
