/**
 * The places of a YAML text. Offsets are relative to a base that the walker carries along: an entry's `shift` is
 * added on the way into it. So an entry whose own text did not change is the same object wherever it stands.
 */
export type Node = ScalarNode | MapNode | ListNode | AliasNode | MissingNode;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface NodeBase {
  /** Where the value's anchor or tag begins; `from` when it has neither. */
  readonly start: number;
  readonly from: number;
  /** Without trailing comments, blank lines and the last line's ending. */
  readonly to: number;
  readonly anchor: string | undefined;
  /** As `Source.data` has it; `undefined` when the value could not be read. */
  readonly data: unknown;
  /** How many values it stands for, aliases written out: what bounds an alias bomb. */
  readonly weight: number;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly flow: boolean;
  /** A single pair inside a flow list, written without braces: `[a: 1]`. */
  readonly bare: boolean;
  readonly entries: readonly Entry[];
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly Item[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
}

/** Nothing stands there: `key:` and a line's end. Its data is null, as YAML says. */
export interface MissingNode extends NodeBase {
  readonly kind: 'missing';
}

export interface Entry {
  readonly shift: number;
  readonly name: string;
  readonly key: { readonly from: number; readonly to: number; readonly style: ScalarStyle };
  /** The key, or the `?` before it. */
  readonly from: number;
  readonly to: number;
  /** Behind the colon; undefined where there is none. */
  readonly colon: number | undefined;
  readonly value: Node;
  /** Left out of the data: the text of its value has an error, or an earlier entry has the same key. */
  readonly hidden: 'broken' | 'duplicate' | undefined;
}

export interface Item {
  readonly shift: number;
  /** The dash; in flow lists the value. */
  readonly from: number;
  readonly to: number;
  readonly value: Node;
}

const indexes = new WeakMap<MapNode, ReadonlyMap<string, Entry>>();
const smallMap = 12;

/** The entry that counts for a name: the first, unless its text is broken and a later one's is not. */
export function entryNamed(map: MapNode, name: string): Entry | undefined {
  if (map.entries.length <= smallMap) {
    return map.entries.find((entry) => entry.name === name && entry.hidden !== 'duplicate');
  }
  let index = indexes.get(map);
  if (!index) {
    index = new Map(
      map.entries.filter((entry) => entry.hidden !== 'duplicate').map((entry) => [entry.name, entry]),
    );
    indexes.set(map, index);
  }
  return index.get(name);
}
