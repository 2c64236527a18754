import { readSource } from '../source/read-source.ts';
import type { Source } from '../source/source.ts';
import { applyEdits } from '../text-edit.ts';
import { isMap, sameData } from '../yaml-edit/data.ts';
import type { DataMap } from '../yaml-edit/data.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { writtenEntry } from '../yaml-edit/written-entry.ts';
import { declarationSections } from './clip.ts';
import { idFormRefusal, sectionOf } from './editable.ts';
import type { Editable } from './editable.ts';
import { planRenameGuardrail } from './plan-rename-guardrail.ts';
import { planRenameStep } from './plan-rename-step.ts';
import { refused } from './plan.ts';
import type { Plan, Refused } from './plan.ts';
import { referencesOf } from './references.ts';
import { setField } from './set-field.ts';

export interface Paste {
  readonly plan: Plan;
  /** The key that each element of the clip has afterwards; those that were there already are not among them. */
  readonly copies: ReadonlyMap<string, string>;
}

/**
 * Adds the steps and guardrails of a YAML text: a clip, a procedure, or steps alone. Ids that are taken are made
 * unique and links inside follow; links to what is in neither text are left out. What they use is brought along where
 * it is not declared yet.
 */
export function planPaste(document: Editable, text: string): Paste {
  const read = readClip(text);
  if ('ok' in read) return { plan: read, copies: new Map() };
  const { clip, copies, refusal } = withFreeIds(document, read, sharedGuardrails(document, read));
  if (refusal) return { plan: refusal, copies: new Map() };
  const loose = withoutLooseEnds(document, clip);
  const draft = new Draft(document.source);
  for (const section of declarationSections) addMissing(draft, loose, section);
  for (const section of ['steps', 'guardrails'] as const) {
    const prefix = section === 'steps' ? 'step:' : 'guardrail:';
    const added = [...copies.values()].filter((key) => key.startsWith(prefix));
    addEntries(
      draft,
      loose,
      section,
      added.map((key) => key.slice(prefix.length)),
    );
  }
  const first = [...copies.values()].find((key) => key.startsWith('step:'));
  const hadSteps = sectionOf(document.source.data, 'steps').size > 0;
  if (first && !hadSteps && (draft.valueAt(['start']) ?? null) === null)
    setField(draft, ['start'], first.slice('step:'.length));
  return { plan: draft.plan({ created: [...copies.values()] }), copies };
}

/** The text as something with `steps` and `guardrails`, or why it is none. */
function readClip(text: string): Source | Refused {
  let broken: string | undefined;
  for (const candidate of candidatesFor(text)) {
    const source = readSource(candidate);
    const holdsSome = ['steps', 'guardrails'].some((section) =>
      [...sectionOf(source.data, section).values()].some(isMap),
    );
    if (!holdsSome) continue;
    if (source.errors.length === 0) return source;
    broken ??= source.errors[0]!.message;
  }
  return broken === undefined
    ? refused('not-possible', 'There are no steps to paste: the clipboard holds no YAML with steps in it.')
    : refused('broken-text', `The steps in the clipboard cannot be read: ${broken}`);
}

/** As it stands; as the entries of `steps`, whose first line may have lost its indentation; as one step's fields. */
function* candidatesFor(text: string): Generator<string> {
  yield text;
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const rest = lines.slice(1).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const margin = Math.min(...rest.map((line) => line.length - line.trimStart().length));
  const asEntries = (some: readonly string[]): string =>
    `steps:\n${some.map((line) => `  ${line}`).join('\n')}\n`;
  const bare = readSource(asEntries(lines));
  const steps = [...sectionOf(bare.data, 'steps').values()];
  if (steps.length > 0 && steps.every((step) => isMap(step) && step.has('kind'))) yield asEntries(lines);
  const first = lines[0] ?? '';
  if (Number.isFinite(margin) && margin > 0 && first === first.trimStart()) {
    const level = [`${' '.repeat(margin)}${first}`, ...lines.slice(1)];
    const moved = readSource(asEntries(level));
    const all = [...sectionOf(moved.data, 'steps').values()];
    if (all.length > 0 && all.every((step) => isMap(step) && step.has('kind'))) yield asEntries(level);
  }
  const kind = sectionOf(
    readSource(`steps:\n${lines.map((line) => `  ${line}`).join('\n')}\n`).data,
    'steps',
  ).get('kind');
  if (typeof kind === 'string' && idFormRefusal(kind) === undefined)
    yield `steps:\n  ${kind}:\n${lines.map((line) => `    ${line}`).join('\n')}\n`;
}

/** Guardrails whose wording a step of the clip says, and that stand in the document in the same words: no copies. */
function sharedGuardrails({ source }: Editable, clip: Source): ReadonlySet<string> {
  const existing = sectionOf(source.data, 'guardrails');
  const shared = new Set<string>();
  for (const { path, name, role } of referencesOf(clip.data)) {
    if (role !== 'includes' || path[0] !== 'steps' || !existing.has(name)) continue;
    if (sameData(existing.get(name), sectionOf(clip.data, 'guardrails').get(name))) shared.add(name);
  }
  return shared;
}

interface Renamed {
  readonly clip: Source;
  readonly copies: ReadonlyMap<string, string>;
  readonly refusal: Refused | undefined;
}

function withFreeIds(document: Editable, read: Source, shared: ReadonlySet<string>): Renamed {
  const { data } = document.source;
  const copies = new Map<string, string>();
  let clip = read;
  for (const section of ['steps', 'guardrails'] as const) {
    const rivals = section === 'steps' ? (['steps', 'actions'] as const) : (['guardrails'] as const);
    const own = rivals.flatMap((rival) => [...sectionOf(read.data, rival).keys()]);
    const taken = new Set(rivals.flatMap((rival) => [...sectionOf(data, rival).keys()]));
    for (const id of sectionOf(read.data, section).keys()) {
      if (section === 'guardrails' && shared.has(id)) continue;
      const next = taken.has(id) ? freeId(id, new Set([...taken, ...own])) : id;
      taken.add(next);
      const prefix = section === 'steps' ? 'step' : 'guardrail';
      copies.set(`${prefix}:${id}`, `${prefix}:${next}`);
      if (next === id) continue;
      const rename = section === 'steps' ? planRenameStep : planRenameGuardrail;
      const plan = rename({ source: clip }, id, next);
      if (!plan.ok) return { clip, copies: new Map(), refusal: plan };
      clip = readSource(applyEdits(clip.text, plan.edits), clip);
    }
  }
  return { clip, copies, refusal: undefined };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  const stem = id.replace(/-\d+$/, '');
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** The clip without links, ties and words that lead to nothing in either text. */
function withoutLooseEnds(document: Editable, clip: Source): Source {
  const known = (section: string, name: string): boolean =>
    sectionOf(clip.data, section).has(name) || sectionOf(document.source.data, section).has(name);
  const loose = [...referencesOf(clip.data)].filter(({ name, role, path }) => {
    if (path[0] === 'start') return false;
    if (role === 'link') return !known('steps', name);
    if (role === 'tie') return !known('steps', name) && !known('actions', name);
    return role === 'includes' && !known('guardrails', name);
  });
  const draft = new Draft(clip);
  for (const { path } of loose.toReversed()) draft.remove(path);
  return draft.refusal ? clip : draft.source;
}

function addMissing(draft: Draft, clip: Source, section: (typeof declarationSections)[number]): void {
  const rivals = section === 'facts' || section === 'derived' ? (['facts', 'derived'] as const) : [section];
  const missing = [...sectionOf(clip.data, section).keys()].filter((name) =>
    rivals.every((rival) => !sectionOf(draft.data, rival).has(name)),
  );
  addEntries(draft, clip, section, missing);
}

function addEntries(draft: Draft, clip: Source, section: string, names: readonly string[]): void {
  const values: DataMap = sectionOf(clip.data, section);
  const entries = names.map((name) => ({
    name,
    value: values.get(name),
    lines: writtenEntry(clip, section, name),
  }));
  const [first] = entries;
  if (!first) return;
  if (sectionOf(draft.data, section).size > 0) {
    draft.addWritten([section], entries);
    return;
  }
  const shape = first.lines && first.lines.length > 1 ? 'blocks' : 'block';
  setField(draft, [section], { [first.name]: first.value }, { shape });
  if (entries.length > 1) draft.addWritten([section], entries.slice(1));
}
