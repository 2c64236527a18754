import { findAll, wordsOf } from './accessible-tree.ts';
import type { Heard } from './accessible-tree.ts';

/** What a listener has understood of a procedure. It knows nothing but what the tree says. */
export interface ToldProcedure {
  readonly intents: readonly string[];
  readonly channels: readonly string[];
  /** Facts, derived facts and thresholds by name. */
  readonly names: ReadonlySet<string>;
  readonly start: string;
  /** By what links call them: `7 Supervisor`. */
  readonly steps: ReadonlyMap<string, ToldStep>;
}

export interface ToldStep {
  readonly called: string;
  readonly kind: string;
  readonly ways: readonly ToldWay[];
  readonly toFindOut: readonly string[];
  /** How often it asks again; undefined: as long as there is an answer. */
  readonly asksAgain: number | undefined;
  readonly triggers: readonly { readonly when: string; readonly category: string }[];
  readonly guardrails: readonly ToldGuardrail[];
  readonly calls: string | undefined;
  readonly outcome: string | undefined;
  readonly queue: string | undefined;
}

export interface ToldWay {
  /** All of these must hold; none: it is taken in every case, or when nothing before it was. */
  readonly conditions: readonly string[];
  readonly words: string;
  readonly to: string;
}

export interface ToldGuardrail {
  readonly title: string;
  readonly where: 'said here' | 'before this' | 'while saying this';
  readonly onlyWarns: boolean;
  readonly rules: readonly string[];
}

export function listen(page: Heard): ToldProcedure {
  const article = findAll(page, 'article')[0] ?? page;
  const chapter = (title: string): Heard | undefined =>
    article.children.find(({ role, name }) => role === 'region' && name === title);
  const steps = passages(chapter('Steps')).map(stepOf);
  return {
    intents: scopeOf(chapter('Scope'), 'Intents'),
    channels: scopeOf(chapter('Scope'), 'Channels'),
    names: new Set(
      ['What it needs to know', 'Thresholds'].flatMap((title) => {
        const heard = chapter(title);
        if (heard === undefined) return [];
        return [...findAll(heard, 'rowheader'), ...findAll(heard, 'term')].map(wordsOf);
      }),
    ),
    start: steps.find(({ starts }) => starts)?.called ?? '',
    steps: new Map(steps.map((step) => [step.called, step])),
  };
}

function scopeOf(chapter: Heard | undefined, term: string): readonly string[] {
  const parts = findAll(chapter ?? nothing, 'DescriptionList').flatMap(({ children }) => children);
  const at = parts.findIndex((part) => part.role === 'term' && wordsOf(part) === term);
  const words = parts[at + 1] === undefined ? 'any' : wordsOf(parts[at + 1]!);
  return words === 'any' ? [] : words.split(/, | and /);
}

const nothing: Heard = { role: '', name: '', children: [] };

/** Each heading after the chapter's own begins one. */
function passages(chapter: Heard | undefined): readonly (readonly Heard[])[] {
  const parts = flat(chapter ?? nothing);
  const starts = parts.flatMap(({ role }, index) => (role === 'heading' ? [index] : [])).slice(1);
  return starts.map((start, index) => parts.slice(start, starts[index + 1]));
}

function stepOf([heading = nothing, ...body]: readonly Heard[]): ToldStep & { readonly starts: boolean } {
  const [, called = '', kind = '', notes = ''] = /^(.*), (\w+)(.*)$/s.exec(heading.name) ?? [];
  const paragraphs = body.filter(({ role }) => role === 'paragraph').map(wordsOf);
  const after = (lead: RegExp): Heard | undefined => {
    const at = body.findIndex((each) => each.role === 'paragraph' && lead.test(wordsOf(each)));
    return at < 0 ? undefined : body[at + 1];
  };
  const matched = (pattern: RegExp): string | undefined =>
    paragraphs.map((words) => pattern.exec(words)?.[1]).find((found) => found !== undefined);
  const ways = waysOf(body);
  const again = ways.map(({ words }) => /after asking (once|\d+) more/.exec(words)?.[1]).find(Boolean);
  return {
    called,
    kind,
    starts: notes.includes('the procedure starts here'),
    ways,
    toFindOut: items(after(/^To find out:$/)).map((words) => words.split(/[ :(]/, 1)[0] ?? ''),
    asksAgain: again === undefined ? undefined : again === 'once' ? 1 : Number(again),
    triggers: items(body.find(({ role, name }) => role === 'list' && name === 'Triggers')).map((words) => {
      const [, when = words, category = ''] = /^(.*) \(([^()]*)\)$/s.exec(words) ?? [];
      return { when, category };
    }),
    guardrails: body.filter(({ role }) => role === 'note').map(guardrailOf),
    calls: matched(/^Call (.*?)(?: with:|\.)$/),
    outcome: matched(/^The conversation ends\. Outcome: (.*)\.$/),
    queue: matched(/^Hand over to a person: queue (.*?), \w+ priority\.$/),
  };
}

/** The parts of a passage in order; what only holds parts together is left out. */
function flat({ children }: Heard): readonly Heard[] {
  return children.flatMap((child) => (child.role === 'generic' ? flat(child) : [child]));
}

function items(list: Heard | undefined): readonly string[] {
  return (list?.children ?? []).filter(({ role }) => role === 'listitem').map(wordsOf);
}

/** A list of ways, a table of them, or one sentence with a link. */
function waysOf(body: readonly Heard[]): readonly ToldWay[] {
  const table = body.flatMap((each) => findAll(each, 'table'))[0];
  const heads = table === undefined ? [] : findAll(table, 'columnheader').map(wordsOf);
  const conditionsEnd = heads.includes('Called') ? heads.length - 2 : heads.length - 1;
  const rows =
    table === undefined
      ? []
      : findAll(table, 'row')
          .slice(1)
          .map((row) => wayOfRow(row, conditionsEnd));
  const list = body.find(({ role, name }) => role === 'list' && name === 'Ways on');
  const sentences = list?.children ?? body.filter(({ role }) => role === 'paragraph');
  return [
    ...rows,
    ...sentences.flatMap((sentence): readonly ToldWay[] => {
      const link = findAll(sentence, 'link')[0];
      const [, words] = /^(.*), go to .*$/s.exec(wordsOf(sentence)) ?? [];
      if (link === undefined || words === undefined) return [];
      const [, condition] = /(?:^|: )[Ii]f (?!still unknown|it ends as)(.*)$/s.exec(words) ?? [];
      return [{ conditions: condition === undefined ? [] : [condition], words, to: link.name }];
    }),
  ];
}

/** The first cells are what must hold, the last is where the row leads. */
function wayOfRow(row: Heard, conditionsEnd: number): ToldWay {
  const cells = row.children.filter(({ role }) => role === 'cell' || role === 'gridcell').map(wordsOf);
  const conditions = cells.slice(0, conditionsEnd).filter((words) => words !== 'anything');
  return { conditions, words: cells.join('; '), to: findAll(row, 'link')[0]?.name ?? '' };
}

function guardrailOf(note: Heard): ToldGuardrail {
  const words = wordsOf(note);
  return {
    title: note.name.replace(/^Guardrail: /, ''),
    where: words.startsWith('Said here')
      ? 'said here'
      : words.startsWith('Before')
        ? 'before this'
        : 'while saying this',
    onlyWarns: words.includes('(only warns)'),
    rules: flat(note)
      .filter(({ role }) => role === 'paragraph')
      .map(wordsOf),
  };
}
