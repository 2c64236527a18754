import type { ActionResult, Contact, Expectation, Turn } from '../contact.ts';
import { problemLimit, type ContactProblem } from './contact-problem.ts';
import type { Row } from './read-rows.ts';

export interface ContactReading {
  /** Undefined when the entry is no contact at all. */
  readonly contact: Contact | undefined;
  readonly problems: readonly ContactProblem[];
}

export type JsonRecord = Readonly<Record<string, unknown>>;

const contactKeys = new Set([
  'id',
  'intent',
  'channel',
  'locale',
  'at',
  'facts',
  'turns',
  'results',
  'expect',
]);
const expectKeys = new Set(['outcome', 'actions', 'escalation', 'path']);

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads one entry; `number` (1-based) names a contact that has no id. */
export function readContact(row: Row, number: number): ContactReading {
  const problems: ContactProblem[] = [];
  const { value: data, line } = row;
  if (!isRecord(data)) {
    const message = `Contact ${number} is ${nameOf(data)}; a contact is a map with id, facts and turns.`;
    return {
      contact: undefined,
      problems: [{ severity: 'error', message, contact: undefined, line, column: undefined }],
    };
  }
  const id = typeof data['id'] === 'number' ? String(data['id']) : data['id'];
  const name = typeof id === 'string' && id !== '' ? id : String(number);
  const warn = (message: string): void => {
    if (problems.length < problemLimit) {
      problems.push({ severity: 'warning', message, contact: name, line, column: undefined });
    }
  };
  const warnOfExpectation = (message: string): void => {
    problems.push({
      severity: 'warning',
      message,
      contact: name,
      line,
      column: undefined,
      about: 'expectation',
    });
  };
  if (id !== undefined && typeof id !== 'string')
    warn(`Contact ${number}'s id is ${nameOf(id)}; it should be text.`);
  for (const key of Object.keys(data)) {
    if (!contactKeys.has(key) && !key.startsWith('x-')) {
      warn(`Contact ${name} has an unknown key "${key}"; it is ignored.`);
    }
  }
  const text = (key: string): string | undefined => {
    const value = data[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    warn(`Contact ${name}: ${key} is ${nameOf(value)}; it should be text.`);
    return undefined;
  };
  const contact: Contact = {
    id: name,
    intent: text('intent'),
    channel: text('channel'),
    locale: text('locale'),
    at: text('at'),
    facts: readFacts(data['facts'], 'facts', name, warn),
    turns: readTurns(data['turns'], name, warn),
    results: readResults(data['results'], name, warn),
    expect: readExpectation(data['expect'], name, warnOfExpectation),
  };
  return { contact, problems };
}

type Warn = (message: string) => void;

function readFacts(data: unknown, where: string, id: string, warn: Warn): JsonRecord {
  if (data === undefined || data === null) return {};
  if (isRecord(data)) return data;
  warn(`Contact ${id}: ${where} is ${nameOf(data)}; it should be a map from fact names to values.`);
  return {};
}

function readTurns(data: unknown, id: string, warn: Warn): readonly Turn[] {
  if (data === undefined || data === null) return [];
  if (!Array.isArray(data)) {
    warn(`Contact ${id}: turns is ${nameOf(data)}; it should be a list.`);
    return [];
  }
  return data.map((entry: unknown, index): Turn => {
    if (typeof entry === 'string') return { text: entry, facts: {} };
    if (!isRecord(entry)) {
      warn(
        `Contact ${id}: turn ${index + 1} is ${nameOf(entry)}; it should be text, or a map with say and facts.`,
      );
      return { text: '', facts: {} };
    }
    for (const key of Object.keys(entry)) {
      if (key !== 'say' && key !== 'facts' && !key.startsWith('x-')) {
        warn(`Contact ${id}: turn ${index + 1} has an unknown key "${key}"; it is ignored.`);
      }
    }
    const said = entry['say'] ?? '';
    if (typeof said !== 'string')
      warn(`Contact ${id}: what turn ${index + 1} says is ${nameOf(said)}; it should be text.`);
    return {
      text: typeof said === 'string' ? said : '',
      facts: readFacts(entry['facts'], `the facts of turn ${index + 1}`, id, warn),
    };
  });
}

function readResults(data: unknown, id: string, warn: Warn): Contact['results'] {
  const results: Record<string, readonly ActionResult[]> = Object.create(null);
  if (data === undefined || data === null) return results;
  if (!isRecord(data)) {
    warn(`Contact ${id}: results is ${nameOf(data)}; it should be a map from action names to results.`);
    return results;
  }
  for (const [action, entry] of Object.entries(data)) {
    const entries: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
    results[action] = entries.flatMap((result): readonly ActionResult[] => {
      if (result === null || result === undefined) return [{ ok: true, facts: {} }];
      if (isRecord(result) && typeof result['error'] === 'string')
        return [{ ok: false, error: result['error'] }];
      if (isRecord(result) && Object.keys(result).every((key) => key === 'facts')) {
        return [{ ok: true, facts: readFacts(result['facts'], `the result of ${action}`, id, warn) }];
      }
      warn(`Contact ${id}: a result of ${action} should be a map with facts, or with error and its text.`);
      return [];
    });
  }
  return results;
}

function readExpectation(data: unknown, id: string, warn: Warn): Expectation | undefined {
  if (data === undefined || data === null) return undefined;
  if (!isRecord(data)) {
    warn(
      `Contact ${id}: expect is ${nameOf(data)}; it should be a map with outcome, actions, escalation or path.`,
    );
    return undefined;
  }
  for (const key of Object.keys(data)) {
    if (!expectKeys.has(key)) warn(`Contact ${id} expects an unknown "${key}"; it is ignored.`);
  }
  const { outcome, actions, escalation, path } = data;
  const expectation: { -readonly [Key in keyof Expectation]: Expectation[Key] } = {};
  if (typeof outcome === 'string') expectation.outcome = outcome;
  else if (outcome !== undefined && outcome !== null)
    warn(`Contact ${id}: the expected outcome should be text.`);
  if (typeof escalation === 'string' || escalation === null) expectation.escalation = escalation;
  else if (escalation !== undefined)
    warn(`Contact ${id}: the expected escalation should be a step id, or null for none.`);
  if (Array.isArray(path) && path.every((step): step is string => typeof step === 'string'))
    expectation.path = path;
  else if (path !== undefined && path !== null)
    warn(`Contact ${id}: the expected path should be a list of step ids.`);
  if (actions !== undefined && actions !== null) {
    const read = readExpectedActions(actions);
    if (read === undefined)
      warn(`Contact ${id}: expected actions should be a list of names, or of maps with name and args.`);
    else expectation.actions = read;
  }
  return expectation;
}

function readExpectedActions(data: unknown): Expectation['actions'] | undefined {
  if (!Array.isArray(data)) return undefined;
  const actions: { readonly name: string; readonly args?: JsonRecord }[] = [];
  for (const entry of data as readonly unknown[]) {
    if (typeof entry === 'string') actions.push({ name: entry });
    else if (isRecord(entry) && typeof entry['name'] === 'string') {
      const args = entry['args'];
      actions.push(isRecord(args) ? { name: entry['name'], args } : { name: entry['name'] });
    } else return undefined;
  }
  return actions;
}

/** "a list", "text", …: what a person would call it. */
export function nameOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return 'a yes or no';
    default:
      return 'a map';
  }
}
