import type { Link } from '../document/operations/link.ts';
import type { Gesture } from './gesture.ts';
import type { Plain, PlainMap } from './plain-procedure.ts';

/**
 * What every gesture does to a procedure, on plain data: written from the design alone, sharing nothing with the
 * code it judges. Texts and places play no part here.
 */
export type Verdict = { readonly state: PlainMap } | { readonly refused: string };

/** `created` are the keys that the plan says it made, for gestures that leave the choice of a name to it. */
export function perform(before: PlainMap, gesture: Gesture, created: readonly string[]): Verdict {
  const state = structuredClone(before);
  const refused = apply(state, gesture, created);
  return refused === undefined ? { state } : { refused };
}

function apply(state: PlainMap, gesture: Gesture, created: readonly string[]): string | undefined {
  switch (gesture.do) {
    case 'add-step':
      return addStep(state, gesture, created);
    case 'insert-step':
      return insertStep(state, gesture, created);
    case 'delete':
      return deleteElements(state, gesture);
    case 'rename-step':
      return renameStep(state, gesture.id, gesture.next);
    case 'rename-guardrail':
      return renameGuardrail(state, gesture.id, gesture.next);
    case 'rename-name':
      return renameName(state, gesture);
    case 'set-field':
      return setField(state, gesture.path, gesture.value);
    case 'connect':
      return (
        linkProblem(state, gesture.link) ??
        (has(state, 'steps', gesture.target)
          ? setLink(state, gesture.link, gesture.target)
          : 'step-not-found')
      );
    case 'disconnect':
      return linkProblem(state, gesture.link) ?? disconnect(state, gesture.link);
    case 'add-branch':
      return (
        branchProblem(state, gesture.id) ??
        addItem(state, ['steps', gesture.id, 'branches'], rowOf(state, gesture), gesture.index)
      );
    case 'delete-branch':
      return (
        branchProblem(state, gesture.id) ??
        deleteItem(state, ['steps', gesture.id, 'branches'], gesture.index)
      );
    case 'move-branch':
      return (
        branchProblem(state, gesture.id) ??
        moveItem(state, ['steps', gesture.id, 'branches'], gesture.from, gesture.to)
      );
    case 'add-column':
    case 'delete-column':
    case 'move-column':
    case 'set-cell':
      return branchProblem(state, gesture.id) ?? changeTable(state, gesture);
    case 'add-item':
      return addItem(state, gesture.path, gesture.value, gesture.index);
    case 'delete-item':
      return deleteItem(state, gesture.path, gesture.index);
    case 'move-item':
      return moveItem(state, gesture.path, gesture.from, gesture.to);
    case 'add-guardrail':
      return addGuardrail(state, gesture, created);
    case 'tie':
      return tie(state, gesture);
    case 'untie':
      return untie(state, gesture.id, gesture.target);
    case 'duplicate':
      return duplicate(state, gesture.keys, created);
    case 'add-declaration':
      return declare(state, gesture);
    case 'delete-declaration':
      if (!has(state, gesture.section, gesture.name)) return 'not-found';
      delete part(state, gesture.section)[gesture.name];
      return undefined;
  }
}

function isMap(value: Plain | undefined): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A section that may be written to; an absent or empty one becomes a map. */
function part(state: PlainMap, section: string): PlainMap {
  const value = Object.hasOwn(state, section) ? state[section] : undefined;
  if (isMap(value)) return value;
  const fresh: PlainMap = {};
  state[section] = fresh;
  return fresh;
}

function look(state: PlainMap, section: string): PlainMap {
  const value = Object.hasOwn(state, section) ? state[section] : undefined;
  return isMap(value) ? value : {};
}

function has(state: PlainMap, section: string, id: string): boolean {
  return Object.hasOwn(look(state, section), id);
}

function get(map: Plain | undefined, key: string): Plain | undefined {
  return isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

const idForm = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

function stepIdProblem(state: PlainMap, id: string): string | undefined {
  if (has(state, 'steps', id) || has(state, 'actions', id)) return 'id-taken';
  return idForm.test(id) ? undefined : 'id-not-allowed';
}

function madeId(created: readonly string[], kind: string): string {
  const key = created.find((made) => made.startsWith(`${kind}:`));
  if (key === undefined) throw new Error('the plan does not say what it made');
  return key.slice(kind.length + 1);
}

function addStep(
  state: PlainMap,
  gesture: Gesture & { do: 'add-step' },
  created: readonly string[],
): string | undefined {
  const id = gesture.id ?? madeId(created, 'step');
  const problem = stepIdProblem(state, id);
  if (problem) return problem;
  const title: PlainMap = gesture.title === undefined ? {} : { title: gesture.title };
  const step: PlainMap = { kind: gesture.kind, ...title, ...gesture.fields };
  part(state, 'steps')[id] = structuredClone(step);
  if (state['start'] === undefined || state['start'] === null) state['start'] = id;
  return undefined;
}

function way(kind: Plain | undefined): string | undefined {
  if (kind === 'end' || kind === 'escalation') return undefined;
  return kind === 'decision' ? 'otherwise' : 'next';
}

function insertStep(
  state: PlainMap,
  gesture: Gesture & { do: 'insert-step' },
  created: readonly string[],
): string | undefined {
  const problem =
    linkProblem(state, gesture.link) ??
    (gesture.id === undefined ? undefined : stepIdProblem(state, gesture.id));
  if (problem) return problem;
  const target = linkTarget(state, gesture.link);
  const leads = typeof target === 'string' && has(state, 'steps', target);
  const slot = way(gesture.kind);
  if (leads && slot === undefined) return 'not-possible';
  const id = gesture.id ?? madeId(created, 'step');
  const step: PlainMap = structuredClone({ kind: gesture.kind, ...gesture.fields });
  if (leads && slot !== undefined) step[slot] = target;
  part(state, 'steps')[id] = step;
  return setLink(state, gesture.link, id);
}

const waysOf: Record<string, readonly string[]> = {
  message: ['next'],
  question: ['next', 'giveUp'],
  action: ['next', 'onError'],
  decision: ['otherwise', 'branch'],
  procedure: ['next', 'outcome'],
  escalation: [],
  end: [],
};

function linkProblem(state: PlainMap, link: Link): string | undefined {
  if (link.from === undefined) return undefined;
  const step = get(state['steps'], link.from);
  if (step === undefined) return 'step-not-found';
  const kind = get(step, 'kind');
  const ways = typeof kind === 'string' && Object.hasOwn(waysOf, kind) ? waysOf[kind] : undefined;
  if (ways && !ways.includes(link.slot)) return 'not-possible';
  if (link.slot !== 'branch') return undefined;
  const branches = get(step, 'branches');
  return Array.isArray(branches) && link.index < branches.length ? undefined : 'not-found';
}

function holderOf(state: PlainMap, link: Link): readonly [holder: PlainMap, key: string] {
  if (link.from === undefined) return [state, 'start'];
  const step = part(state, 'steps')[link.from] as PlainMap;
  if (link.slot === 'outcome') {
    const known = get(step, 'outcomes');
    return [isMap(known) ? known : {}, link.outcome];
  }
  if (link.slot !== 'branch') return [step, link.slot];
  return [(step['branches'] as PlainMap[])[link.index] as PlainMap, 'next'];
}

function linkTarget(state: PlainMap, link: Link): Plain | undefined {
  const [holder, key] = holderOf(state, link);
  return get(holder, key);
}

function setLink(state: PlainMap, link: Link, target: string): undefined {
  const [holder, key] = holderOf(state, link);
  holder[key] = target;
  if (link.slot === 'outcome') (part(state, 'steps')[link.from] as PlainMap)['outcomes'] = holder;
  return undefined;
}

function disconnect(state: PlainMap, link: Link): string | undefined {
  const [holder, key] = holderOf(state, link);
  if (get(holder, key) === undefined) return 'not-found';
  delete holder[key];
  if (link.slot === 'outcome') dropOutcomes(part(state, 'steps')[link.from], holder);
  return undefined;
}

/** The list of outcomes goes with its last one. */
function dropOutcomes(step: Plain | undefined, holder: PlainMap): void {
  if (isMap(step) && step['outcomes'] === holder && Object.keys(holder).length === 0) delete step['outcomes'];
}

/** Calls `see` for every place in a step that names a step: it may read, write or remove what stands there. */
function eachLink(
  state: PlainMap,
  see: (holder: PlainMap, key: string, from: string | undefined) => void,
): void {
  if (Object.hasOwn(state, 'start')) see(state, 'start', undefined);
  for (const [id, step] of Object.entries(look(state, 'steps'))) {
    if (!isMap(step)) continue;
    for (const key of ['next', 'otherwise', 'onError', 'giveUp'])
      if (Object.hasOwn(step, key)) see(step, key, id);
    const branches = get(step, 'branches');
    for (const branch of Array.isArray(branches) ? branches : [])
      if (isMap(branch) && Object.hasOwn(branch, 'next')) see(branch, 'next', id);
    const outcomes = get(step, 'outcomes');
    for (const outcome of isMap(outcomes) ? Object.keys(outcomes) : [])
      see(outcomes as PlainMap, outcome, id);
  }
}

function deleteElements(state: PlainMap, { keys, mode }: Gesture & { do: 'delete' }): string | undefined {
  for (const key of new Set(keys)) {
    const id = key.slice(key.indexOf(':') + 1);
    if (key.startsWith('step:')) {
      if (!has(state, 'steps', id)) return 'step-not-found';
      deleteStep(state, id, mode);
    } else {
      if (!has(state, 'guardrails', id)) return 'guardrail-not-found';
      deleteGuardrail(state, id);
    }
  }
  return undefined;
}

function deleteStep(state: PlainMap, id: string, mode: string): void {
  const step = look(state, 'steps')[id];
  const slot = way(get(step, 'kind'));
  const ahead = slot === undefined || mode !== 'reconnect' ? undefined : get(step, slot);
  const onward = typeof ahead === 'string' && ahead !== id ? ahead : undefined;
  delete part(state, 'steps')[id];
  eachLink(state, (holder, key, from) => {
    if (holder[key] !== id) return;
    if (onward === undefined || from === onward) {
      delete holder[key];
      if (from !== undefined) dropOutcomes(look(state, 'steps')[from], holder);
    } else holder[key] = onward;
  });
  for (const guardrail of Object.values(look(state, 'guardrails'))) {
    for (const how of ['before', 'appliesTo']) dropName(guardrail, how, id);
  }
}

function dropName(holder: Plain | undefined, key: string, name: string): void {
  const names = get(holder, key);
  if (!isMap(holder)) return;
  if (names === name && !(key === 'appliesTo' && name === 'all')) holder[key] = [];
  else if (Array.isArray(names)) holder[key] = names.filter((other) => other !== name);
}

function deleteGuardrail(state: PlainMap, id: string): void {
  delete part(state, 'guardrails')[id];
  for (const step of Object.values(look(state, 'steps'))) {
    const includes = get(step, 'includes');
    if (!isMap(step)) continue;
    if (includes === id) delete step['includes'];
    if (!Array.isArray(includes) || !includes.includes(id)) continue;
    const rest = includes.filter((other) => other !== id);
    if (rest.length > 0) step['includes'] = rest;
    else delete step['includes'];
  }
}

function renameKey(map: PlainMap, name: string, next: string): void {
  const value = map[name] ?? null;
  delete map[name];
  map[next] = value;
}

function renameNames(holder: Plain | undefined, key: string, name: string, next: string): void {
  const names = get(holder, key);
  if (!isMap(holder)) return;
  if (names === name && !(key === 'appliesTo' && name === 'all')) holder[key] = next;
  else if (Array.isArray(names)) holder[key] = names.map((other) => (other === name ? next : other));
}

function renameStep(state: PlainMap, id: string, next: string): string | undefined {
  if (!has(state, 'steps', id)) return 'step-not-found';
  if (id === next) return undefined;
  const problem = stepIdProblem(state, next);
  if (problem) return problem;
  eachLink(state, (holder, key) => {
    if (holder[key] === id) holder[key] = next;
  });
  for (const guardrail of Object.values(look(state, 'guardrails'))) {
    renameNames(guardrail, 'before', id, next);
    renameNames(guardrail, 'appliesTo', id, next);
  }
  const call = new RegExp(`(\\bvisits\\(\\s*)(["'])${escaped(id)}\\2(\\s*\\))`, 'g');
  rewriteExpressions(state, (source) =>
    source.replace(
      call,
      (_, open: string, quote: string, close: string) => open + quote + next + quote + close,
    ),
  );
  renameKey(part(state, 'steps'), id, next);
  return undefined;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);
}

function renameGuardrail(state: PlainMap, id: string, next: string): string | undefined {
  if (!has(state, 'guardrails', id)) return 'guardrail-not-found';
  if (id === next) return undefined;
  if (has(state, 'guardrails', next)) return 'id-taken';
  if (!idForm.test(next)) return 'id-not-allowed';
  for (const step of Object.values(look(state, 'steps'))) renameNames(step, 'includes', id, next);
  renameKey(part(state, 'guardrails'), id, next);
  return undefined;
}

const factForm = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

function nameProblem(state: PlainMap, section: string, name: string): string | undefined {
  if (section === 'actions') return stepIdProblem(state, name);
  const rivals = section === 'parameters' ? ['parameters'] : ['facts', 'derived'];
  if (rivals.some((rival) => has(state, rival, name))) return 'id-taken';
  const reserved =
    section !== 'parameters' &&
    ['parameters', 'contact', 'turns', 'visits'].includes(name.split('.')[0] ?? '');
  const keyword = name.split('.').some((word) => ['true', 'false', 'null', 'in', 'if'].includes(word));
  return factForm.test(name) && !reserved && !keyword ? undefined : 'id-not-allowed';
}

function renameName(
  state: PlainMap,
  { section, name, next }: Gesture & { do: 'rename-name' },
): string | undefined {
  if (!has(state, section, name)) return 'not-found';
  if (name === next) return undefined;
  const problem = nameProblem(state, section, next);
  if (problem) return problem;
  if (section === 'actions') {
    for (const step of Object.values(look(state, 'steps'))) renameNames(step, 'call', name, next);
    for (const fact of Object.values(look(state, 'facts'))) renameNames(fact, 'source', name, next);
    for (const guardrail of Object.values(look(state, 'guardrails'))) {
      renameNames(guardrail, 'before', name, next);
      renameNames(guardrail, 'appliesTo', name, next);
    }
  } else {
    if (section !== 'parameters')
      for (const step of Object.values(look(state, 'steps'))) renameNames(step, 'collects', name, next);
    if (section === 'facts') {
      for (const step of Object.values(look(state, 'steps'))) {
        const returns = get(step, 'returns');
        if (isMap(returns) && Object.hasOwn(returns, name)) renameKey(returns, name, next);
      }
    }
    const prefix = section === 'parameters' ? 'parameters.' : '';
    const word = new RegExp(`(?<![\\w.])${escaped(prefix + name)}(?!\\w)`, 'g');
    rewriteExpressions(state, (source) =>
      outsideStrings(source, (code) => code.replace(word, prefix + next)),
    );
  }
  renameKey(part(state, section), name, next);
  return undefined;
}

/** The expressions of the random procedures have no escapes in their strings. */
function outsideStrings(source: string, change: (code: string) => string): string {
  return source.replaceAll(/"[^"]*"|'[^']*'|[^"']+/g, (piece) =>
    /^["']/.test(piece) ? piece : change(piece),
  );
}

function rewriteExpressions(state: PlainMap, change: (source: string) => string): void {
  const whole = (holder: Plain | undefined, keys: readonly string[]): void => {
    for (const key of keys) {
      const source = get(holder, key);
      if (isMap(holder) && typeof source === 'string') holder[key] = change(source);
    }
  };
  const inBraces = (text: string): string =>
    text.replaceAll(/\{\{(.*?)\}\}/gs, (_, inner: string) => `{{${change(inner)}}}`);
  const worded = (holder: Plain | undefined): void => {
    for (const key of ['say', 'ask', 'instruct', 'handoff', 'disclose', 'alwaysSay']) {
      const wording = get(holder, key);
      if (isMap(holder) && typeof wording === 'string') holder[key] = inBraces(wording);
      if (!isMap(wording)) continue;
      for (const [locale, text] of Object.entries(wording))
        if (typeof text === 'string') wording[locale] = inBraces(text);
    }
  };
  for (const derived of Object.values(look(state, 'derived'))) whole(derived, ['is']);
  for (const step of Object.values(look(state, 'steps'))) {
    for (const list of [get(step, 'branches'), get(step, 'triggers')]) {
      for (const item of Array.isArray(list) ? list : []) whole(item, ['when']);
    }
    const inputs = get(step, 'with');
    if (isMap(inputs)) whole(inputs, Object.keys(inputs));
    rewriteTable(state, step, change);
    worded(step);
  }
  for (const guardrail of Object.values(look(state, 'guardrails'))) {
    whole(guardrail, ['confirm', 'require']);
    worded(guardrail);
  }
}

function rewriteTable(state: PlainMap, step: Plain, change: (source: string) => string): void {
  const columns = get(step, 'columns');
  if (!isMap(step) || !Array.isArray(columns)) return;
  const valuesOf = (column: Plain | undefined): readonly Plain[] => {
    const name = typeof column === 'string' ? column.trim() : '';
    const declared =
      get(look(state, 'facts'), name) ??
      get(look(state, 'derived'), name) ??
      get(look(state, 'parameters'), name.replace(/^parameters\./, ''));
    const values = get(declared, 'enum');
    return Array.isArray(values) ? values : [];
  };
  const cell = (value: Plain, values: readonly Plain[]): Plain => {
    if (Array.isArray(value)) return value.map((item) => cell(item, values));
    if (typeof value !== 'string') return value;
    return value
      .split('&&')
      .map((each) =>
        values.includes(each.replace(/^\s*(==|!=|<=|>=|<|>)/, '').trim()) ? each : change(each),
      )
      .join('&&');
  };
  const branches = get(step, 'branches');
  for (const branch of Array.isArray(branches) ? branches : []) {
    const cells = get(branch, 'when');
    if (isMap(branch) && Array.isArray(cells))
      branch['when'] = cells.map((each, index) => cell(each, valuesOf(columns[index])));
  }
  step['columns'] = columns.map((column) => (typeof column === 'string' ? change(column) : column));
}

/** A branch that is added to a table lets everything pass. */
function rowOf(state: PlainMap, { id, branch }: Gesture & { do: 'add-branch' }): Plain {
  const columns = get(look(state, 'steps')[id], 'columns');
  return Array.isArray(columns) ? { ...branch, when: columns.map(() => '-') } : branch;
}

function changeTable(
  state: PlainMap,
  gesture: Gesture & { do: 'add-column' | 'delete-column' | 'move-column' | 'set-cell' },
): string | undefined {
  const step = look(state, 'steps')[gesture.id];
  const columns = get(step, 'columns');
  const branches = get(step, 'branches');
  if (!Array.isArray(columns)) return 'not-possible';
  const rows = (Array.isArray(branches) ? branches : []).map((row) => get(row, 'when'));
  const lists = rows.filter((row) => Array.isArray(row));
  const fill = (row: Plain[], count: number): void => {
    while (row.length < count) row.push('-');
  };
  switch (gesture.do) {
    case 'add-column': {
      const at = gesture.index ?? columns.length;
      if (at > columns.length) return 'not-found';
      columns.splice(at, 0, gesture.column);
      for (const row of lists) {
        fill(row, at);
        row.splice(at, 0, '-');
      }
      return undefined;
    }
    case 'delete-column':
      if (columns.length === 1 && gesture.index === 0) return 'not-possible';
      if (gesture.index >= columns.length) return 'not-found';
      for (const list of [columns, ...lists]) list.splice(gesture.index, 1);
      return undefined;
    case 'move-column': {
      const { from, to } = gesture;
      if (from >= columns.length || to >= columns.length) return 'not-found';
      if (from === to) return undefined;
      lists.forEach((row) => fill(row, Math.max(from, to) + 1));
      for (const list of [columns, ...lists]) list.splice(to, 0, ...list.splice(from, 1));
      return undefined;
    }
    case 'set-cell': {
      const branch = Array.isArray(branches) ? branches[gesture.row] : undefined;
      if (gesture.column >= columns.length || !isMap(branch)) return 'not-found';
      const cells = get(branch, 'when');
      const row = Array.isArray(cells) ? cells : columns.map((): Plain => '-');
      fill(row, gesture.column + 1);
      row[gesture.column] = structuredClone(gesture.value);
      branch['when'] = row;
      return undefined;
    }
  }
}

function setField(
  state: PlainMap,
  path: readonly (string | number)[],
  value: Plain | undefined,
): string | undefined {
  if (value === undefined) return removeField(state, path);
  let holder: Plain = state;
  for (const [index, segment] of path.slice(0, -1).entries()) {
    const next: Plain | undefined = child(holder, segment);
    if (next !== undefined && next !== null) {
      holder = next;
      continue;
    }
    const fresh: Plain = typeof path[index + 1] === 'number' ? [] : {};
    if (!put(holder, segment, fresh)) return 'not-possible';
    holder = fresh;
  }
  return put(holder, path.at(-1) ?? '', structuredClone(value)) ? undefined : 'not-possible';
}

function child(holder: Plain, segment: string | number): Plain | undefined {
  if (Array.isArray(holder)) return typeof segment === 'number' ? holder[segment] : undefined;
  return typeof segment === 'string' ? get(holder, segment) : undefined;
}

function put(holder: Plain, segment: string | number, value: Plain): boolean {
  if (Array.isArray(holder) && typeof segment === 'number' && segment <= holder.length)
    holder[segment] = value;
  else if (isMap(holder) && typeof segment === 'string') holder[segment] = value;
  else return false;
  return true;
}

function removeField(state: PlainMap, path: readonly (string | number)[]): undefined {
  const holder = path
    .slice(0, -1)
    .reduce<Plain | undefined>((at, segment) => (at === undefined ? at : child(at, segment)), state);
  const last = path.at(-1);
  if (Array.isArray(holder) && typeof last === 'number' && last < holder.length) holder.splice(last, 1);
  else if (isMap(holder) && typeof last === 'string') delete holder[last];
  return undefined;
}

function listAt(state: PlainMap, path: readonly (string | number)[]): Plain | undefined {
  return path.reduce<Plain | undefined>((at, segment) => (at === undefined ? at : child(at, segment)), state);
}

function addItem(
  state: PlainMap,
  path: readonly (string | number)[],
  value: Plain,
  index?: number,
): string | undefined {
  const list = listAt(state, path);
  const item = structuredClone(value);
  if (list === undefined || list === null) return setField(state, path, [item]);
  if (!Array.isArray(list)) return setField(state, path, [list, item]);
  if (index !== undefined && index > list.length) return 'not-found';
  list.splice(index ?? list.length, 0, item);
  return undefined;
}

function deleteItem(state: PlainMap, path: readonly (string | number)[], index: number): string | undefined {
  const list = listAt(state, path);
  if (!Array.isArray(list) || index >= list.length) return 'not-found';
  list.splice(index, 1);
  return undefined;
}

function moveItem(
  state: PlainMap,
  path: readonly (string | number)[],
  from: number,
  to: number,
): string | undefined {
  const list = listAt(state, path);
  if (!Array.isArray(list) || from >= list.length || to >= list.length) return 'not-found';
  list.splice(to, 0, ...list.splice(from, 1));
  return undefined;
}

function branchProblem(state: PlainMap, id: string): string | undefined {
  if (!has(state, 'steps', id)) return 'step-not-found';
  const kind = get(look(state, 'steps')[id], 'kind');
  return kind === undefined || kind === 'decision' ? undefined : 'not-possible';
}

function addGuardrail(
  state: PlainMap,
  gesture: Gesture & { do: 'add-guardrail' },
  created: readonly string[],
): string | undefined {
  const id = gesture.id ?? madeId(created, 'guardrail');
  if (has(state, 'guardrails', id)) return 'id-taken';
  if (!idForm.test(id)) return 'id-not-allowed';
  part(state, 'guardrails')[id] = structuredClone(gesture.fields);
  return undefined;
}

function tie(state: PlainMap, { id, target, how }: Gesture & { do: 'tie' }): string | undefined {
  if (!has(state, 'guardrails', id)) return 'guardrail-not-found';
  if (!has(state, 'steps', target) && !(how === 'before' && has(state, 'actions', target)))
    return 'not-found';
  const guardrail = look(state, 'guardrails')[id];
  const tied = get(guardrail, how);
  if (tied === target || (Array.isArray(tied) && tied.includes(target))) return undefined;
  const looksAtTexts = ['neverSay', 'limits', 'tone'].some((rule) => get(guardrail, rule) !== undefined);
  if (how === 'appliesTo' && (tied === 'all' || (tied === undefined && looksAtTexts))) return 'not-possible';
  return addItem(state, ['guardrails', id, how], target);
}

function untie(state: PlainMap, id: string, target: string): string | undefined {
  if (!has(state, 'guardrails', id)) return 'guardrail-not-found';
  const guardrail = look(state, 'guardrails')[id];
  dropName(guardrail, 'before', target);
  dropName(guardrail, 'appliesTo', target);
  return undefined;
}

function duplicate(state: PlainMap, keys: readonly string[], created: readonly string[]): string | undefined {
  const pairs = [...new Set(keys)].map((key, index) => {
    const [section, prefix] = key.startsWith('step:') ? ['steps', 'step:'] : ['guardrails', 'guardrail:'];
    return { section, id: key.slice(prefix.length), copy: created[index]?.slice(prefix.length) ?? '' };
  });
  for (const { section, id } of pairs) {
    if (!has(state, section, id)) return section === 'steps' ? 'step-not-found' : 'guardrail-not-found';
  }
  const names = (section: string): Map<string, string> =>
    new Map(pairs.filter((pair) => pair.section === section).map(({ id, copy }) => [id, copy]));
  const steps = names('steps');
  const guardrails = names('guardrails');
  const made: PlainMap = { steps: {}, guardrails: {} };
  for (const { section, id, copy } of pairs)
    part(made, section)[copy] = structuredClone(look(state, section)[id] ?? null);
  eachLink(made, (holder, key) => {
    const target = holder[key];
    if (typeof target === 'string') holder[key] = steps.get(target) ?? target;
  });
  for (const guardrail of Object.values(look(made, 'guardrails'))) {
    for (const [id, copy] of steps)
      for (const how of ['before', 'appliesTo']) renameNames(guardrail, how, id, copy);
  }
  for (const step of Object.values(look(made, 'steps')))
    for (const [id, copy] of guardrails) renameNames(step, 'includes', id, copy);
  for (const { section, copy } of pairs) {
    if (has(state, section, copy)) return 'the copy has a name that was taken';
    part(state, section)[copy] = look(made, section)[copy] ?? null;
  }
  return undefined;
}

function declare(
  state: PlainMap,
  { section, name, value }: Gesture & { do: 'add-declaration' },
): string | undefined {
  const problem = nameProblem(state, section, name);
  if (problem) return problem;
  part(state, section)[name] = structuredClone(value);
  return undefined;
}
