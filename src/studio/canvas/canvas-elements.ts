import type { Environment } from '../../condition/environment.ts';
import type { Diagnostic } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import { environmentOf } from '../../document/environment.ts';
import type { Guardrail, Step } from '../../document/model.ts';
import { contentOfGuardrail, contentOfStep, type ElementContent } from './element-content.ts';
import { shapeOf, type ElementShape } from './element-geometry.ts';
import { guardrailIdOf, guardrailKey, stepIdOf, stepKey } from './element-key.ts';

/** A step or guardrail as the canvas shows it. The same object as before while nothing about it changed. */
export interface CanvasElement {
  readonly key: string;
  readonly content: ElementContent;
  readonly shape: ElementShape;
  readonly errors: number;
  readonly warnings: number;
  /** Why its text cannot be read at present; what is shown is the last that could. */
  readonly broken: string | undefined;
}

export type Ghosts = ReadonlyMap<string, Step | Guardrail>;

interface Drawn {
  readonly of: Step | Guardrail;
  readonly environment: Environment;
  readonly content: ElementContent;
  readonly shape: ElementShape;
}

/** Remembers what it drew, so that a keystroke costs the one element it touched. */
export class ElementGallery {
  #drawn = new Map<string, Drawn>();
  #elements: ReadonlyMap<string, CanvasElement> = new Map();
  #for:
    | { readonly document: SopDocument; readonly ghosts: Ghosts; readonly problems: readonly Diagnostic[] }
    | undefined;

  /** In the text's order, steps first, then guardrails, then those that only live on as ghosts. */
  elementsOf(
    document: SopDocument,
    ghosts: Ghosts,
    reported: readonly Diagnostic[],
  ): ReadonlyMap<string, CanvasElement> {
    const last = this.#for;
    if (last?.document === document && last.ghosts === ghosts && last.problems === reported)
      return this.#elements;
    this.#for = { document, ghosts, problems: reported };
    const environment = environmentOf(document.procedure);
    const problems = problemsOf(document, reported);
    const drawn = new Map<string, Drawn>();
    const elements = new Map<string, CanvasElement>();
    for (const [key, of] of elementsIn(document, ghosts)) {
      const picture = this.#draw(key, of, environment);
      drawn.set(key, picture);
      const found = problems.get(key);
      const element: CanvasElement = {
        key,
        content: picture.content,
        shape: picture.shape,
        errors: found?.errors ?? 0,
        warnings: found?.warnings ?? 0,
        broken: ghosts.has(key) ? (found?.first ?? 'Its text cannot be read.') : undefined,
      };
      const before = this.#elements.get(key);
      elements.set(key, before && sameElement(before, element) ? before : element);
    }
    this.#drawn = drawn;
    if (!sameEntries(this.#elements, elements)) this.#elements = elements;
    return this.#elements;
  }

  #draw(key: string, of: Step | Guardrail, environment: Environment): Drawn {
    const before = this.#drawn.get(key);
    if (before && before.of === of && before.environment === environment) return before;
    const content =
      'kind' in of
        ? contentOfStep(stepIdOf(key) ?? key, of, environment)
        : contentOfGuardrail(guardrailIdOf(key) ?? key, of, environment);
    if (before && sameContent(before.content, content)) return { ...before, of, environment };
    const ports = content.rows.map((row) => row.port);
    const shape = shapeOf(content.kind, content.hasNext, ports, content.substance !== undefined);
    return {
      of,
      environment,
      content,
      shape: before && sameShape(before.shape, shape) ? before.shape : shape,
    };
  }
}

function* elementsIn(document: SopDocument, ghosts: Ghosts): Generator<readonly [string, Step | Guardrail]> {
  const { steps, guardrails } = document.procedure;
  for (const [id, step] of steps) yield [stepKey(id), ghosts.get(stepKey(id)) ?? step];
  for (const [id, guardrail] of guardrails)
    yield [guardrailKey(id), ghosts.get(guardrailKey(id)) ?? guardrail];
  for (const [key, ghost] of ghosts) {
    const id = stepIdOf(key);
    const alive = id === undefined ? guardrails.has(guardrailIdOf(key) ?? '') : steps.has(id);
    if (!alive) yield [key, ghost];
  }
}

interface Problems {
  errors: number;
  warnings: number;
  first: string;
}

function problemsOf(document: SopDocument, reported: readonly Diagnostic[]): ReadonlyMap<string, Problems> {
  const problems = new Map<string, Problems>();
  for (const { path, severity, span, message } of reported) {
    const [section, id] = path;
    if ((section !== 'steps' && section !== 'guardrails') || id === undefined || severity === 'info')
      continue;
    const key = section === 'steps' ? stepKey(String(id)) : guardrailKey(String(id));
    let found = problems.get(key);
    if (!found) {
      found = { errors: 0, warnings: 0, first: `Line ${document.position(span.from).line}: ${message}` };
      problems.set(key, found);
    }
    if (severity === 'error') found.errors += 1;
    else found.warnings += 1;
  }
  return problems;
}

function sameElement(a: CanvasElement, b: CanvasElement): boolean {
  return (
    a.content === b.content &&
    a.shape === b.shape &&
    a.errors === b.errors &&
    a.warnings === b.warnings &&
    a.broken === b.broken
  );
}

function sameContent(a: ElementContent, b: ElementContent): boolean {
  return (
    a.kind === b.kind &&
    a.id === b.id &&
    a.title === b.title &&
    a.substance === b.substance &&
    a.unwritten === b.unwritten &&
    a.note === b.note &&
    a.hasNext === b.hasNext &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, index) => {
      const other = b.rows[index]!;
      return (
        row.port === other.port &&
        row.label === other.label &&
        row.detail === other.detail &&
        row.tone === other.tone
      );
    })
  );
}

export function sameShape(a: ElementShape, b: ElementShape): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.inY === b.inY &&
    a.ports.length === b.ports.length &&
    a.ports.every((port, index) => port.id === b.ports[index]!.id && port.y === b.ports[index]!.y)
  );
}

function sameEntries<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, value] of a) {
    const [otherKey, other] = others.next().value!;
    if (key !== otherKey || value !== other) return false;
  }
  return true;
}
