import type { Declaration, Environment } from '../condition/environment.ts';
import { createEnvironment } from '../condition/environment.ts';
import type { ValueType } from '../condition/type.ts';
import type { Procedure, Scope } from './model.ts';
import { reservedFirstSegments } from './names.ts';
import { sameStructure } from './same-structure.ts';

const string: ValueType = { kind: 'string' };

const context: readonly Omit<Declaration, 'slot'>[] = [
  { name: 'contact.intent', type: string, role: 'context' },
  { name: 'contact.channel', type: string, role: 'context' },
  { name: 'contact.locale', type: string, role: 'context' },
  { name: 'contact.at', type: { kind: 'timestamp' }, role: 'context' },
  { name: 'turns', type: { kind: 'number' }, role: 'context' },
];

interface Remembered {
  readonly environment: Environment;
  /** Names that are declared by entries that cannot be read. */
  readonly unreadable: readonly string[];
}

const environments = new WeakMap<Procedure, Remembered>();

/** What the conditions of a procedure may read. The same object for as long as names and step ids stay the same. */
export function environmentOf(procedure: Procedure): Environment {
  const known = environments.get(procedure);
  if (known) return known.environment;
  const facts = { stepIds: new Set(procedure.steps.keys()), unreadable: new Map() };
  return rememberEnvironment(procedure, facts, undefined);
}

/** What the text says beyond the readable procedure. */
export interface DeclaredNames {
  readonly stepIds: ReadonlySet<string>;
  /** Entries that cannot be read, by section: any type may be behind their names. */
  readonly unreadable: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Makes a procedure's environment, sharing with that of the previous one what has not changed: the whole of it, or
 * its declarations where only steps came or went.
 */
export function rememberEnvironment(
  procedure: Procedure,
  { stepIds, unreadable }: DeclaredNames,
  previous: Procedure | undefined,
): Environment {
  const names = [
    ...(unreadable.get('facts') ?? []),
    ...(unreadable.get('derived') ?? []),
    ...[...(unreadable.get('parameters') ?? [])].map((name) => `parameters.${name}`),
  ];
  const environment = derive(procedure, stepIds, names, previous);
  environments.set(procedure, { environment, unreadable: names });
  return environment;
}

/**
 * What the columns of tables may read, without steps: what contacts are about has the values of the scope, so that a
 * cell can name one as it stands. The same object for the same declarations and scope.
 */
export function declaredEnvironment(declared: TableDeclared): Environment {
  const known = ofDeclarations.get(declared.facts);
  const { facts, derived, parameters, scope } = declared;
  if (known && sameNames(known.declared, declared) && sameStructure(known.declared.scope, scope)) {
    return known.environment;
  }
  const environment = createEnvironment(withScope(declarationsOf(declared, []), scope), []);
  ofDeclarations.set(facts, { declared: { facts, derived, parameters, scope }, environment });
  return environment;
}

const ofDeclarations = new WeakMap<
  Procedure['facts'],
  { readonly declared: TableDeclared; readonly environment: Environment }
>();

function withScope(
  declarations: readonly Omit<Declaration, 'slot'>[],
  { intents, channels, locales }: Scope,
): readonly Omit<Declaration, 'slot'>[] {
  const values = new Map([
    ['contact.intent', intents],
    ['contact.channel', channels],
    ['contact.locale', locales],
  ]);
  return declarations.map((declaration) => {
    const listed = values.get(declaration.name) ?? [];
    return listed.length === 0 ? declaration : { ...declaration, type: { kind: 'string', enum: listed } };
  });
}

function derive(
  procedure: Procedure,
  stepIds: ReadonlySet<string>,
  unreadable: readonly string[],
  previous: Procedure | undefined,
): Environment {
  const before = previous && environments.get(previous);
  if (before && sameNames(procedure, previous) && before.unreadable.join(' ') === unreadable.join(' ')) {
    const { environment } = before;
    return sameSet(environment.stepIds, stepIds) ? environment : { ...environment, stepIds };
  }
  return createEnvironment(declarationsOf(procedure, unreadable), stepIds);
}

type Declared = Pick<Procedure, 'facts' | 'derived' | 'parameters'>;
type TableDeclared = Declared & Pick<Procedure, 'scope'>;

function declarationsOf(
  procedure: Declared,
  unreadable: readonly string[],
): readonly Omit<Declaration, 'slot'>[] {
  const declarations = new Map<string, Omit<Declaration, 'slot'>>();
  const declare = (declaration: Omit<Declaration, 'slot'>): void => {
    if (!declarations.has(declaration.name)) declarations.set(declaration.name, declaration);
  };
  context.forEach(declare);
  for (const [name, { type }] of procedure.facts) {
    if (!isReserved(name)) declare({ name, type, role: 'fact', ...unitOf(type) });
  }
  for (const [name, { type, is }] of procedure.derived) {
    if (!isReserved(name)) declare({ name, type, role: 'derived', is, ...unitOf(type) });
  }
  for (const [name, { type }] of procedure.parameters) {
    declare({ name: `parameters.${name}`, type, role: 'parameter', ...unitOf(type) });
  }
  for (const name of unreadable) declare({ name, type: { kind: 'dynamic' }, role: 'fact' });
  return [...declarations.values()];
}

function isReserved(name: string): boolean {
  return reservedFirstSegments.has(name.split('.', 1)[0] ?? '');
}

function unitOf(type: ValueType): { readonly unit?: string } {
  return type.kind === 'number' && type.unit !== undefined ? { unit: type.unit } : {};
}

function sameNames(a: Declared, b: Declared): boolean {
  return a.facts === b.facts && a.derived === b.derived && a.parameters === b.parameters;
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...b].every((each) => a.has(each));
}
