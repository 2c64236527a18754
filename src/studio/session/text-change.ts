/** A change of a text, from its start to its end: what is kept, put in, taken out. A kept rest may be left away. */
export type TextChange = readonly TextOperation[];

export type TextOperation =
  | { readonly retain: number }
  | { readonly insert: string }
  | { readonly delete: number };

export function isNothing(change: TextChange): boolean {
  return change.every((operation) => 'retain' in operation);
}

/** The change that takes `change`, made on `before`, back. */
export function invertChange(change: TextChange, before: string): TextChange {
  let at = 0;
  return change.map((operation) => {
    if ('insert' in operation) return { delete: operation.insert.length };
    const length = lengthOf(operation);
    at += length;
    return 'delete' in operation ? { insert: before.slice(at - length, at) } : operation;
  });
}

/**
 * `change` as it stands once `other`, made on the same text, has been applied. Where both put something at one
 * place, `other`'s comes first if `otherFirst`; the two transformed against each other, with opposite answers, lead
 * to one text.
 */
export function transformChange(change: TextChange, other: TextChange, otherFirst: boolean): TextChange {
  const mine = reader(change);
  const theirs = reader(other);
  const result: TextOperation[] = [];
  while (mine.more()) {
    const inserting = mine.insert();
    if (theirs.insert() !== undefined && (otherFirst || inserting === undefined)) {
      result.push({ retain: theirs.take(Infinity).length });
    } else if (inserting !== undefined) {
      mine.take(Infinity);
      result.push({ insert: inserting });
    } else {
      const length = Math.min(mine.left(), theirs.left());
      const own = mine.take(length);
      const gone = theirs.take(length).deletes;
      if (!gone) result.push(own.deletes ? { delete: length } : { retain: length });
    }
  }
  return result;
}

/** Reads a change piece by piece; behind its end everything is kept. */
function reader(change: TextChange) {
  let index = 0;
  let offset = 0;
  const current = (): TextOperation | undefined => change[index];
  const left = (): number => {
    const operation = current();
    return operation === undefined ? Infinity : lengthOf(operation) - offset;
  };
  return {
    more: () => index < change.length,
    left,
    /** What is put in here, if something is. */
    insert: (): string | undefined => {
      const operation = current();
      return operation !== undefined && 'insert' in operation ? operation.insert.slice(offset) : undefined;
    },
    take: (length: number): { readonly length: number; readonly deletes: boolean } => {
      const operation = current();
      const taken = Math.min(length, left());
      offset += taken;
      if (operation !== undefined && offset >= lengthOf(operation)) {
        index++;
        offset = 0;
      }
      return { length: taken, deletes: operation !== undefined && 'delete' in operation };
    },
  };
}

function lengthOf(operation: TextOperation): number {
  if ('insert' in operation) return operation.insert.length;
  return 'delete' in operation ? operation.delete : operation.retain;
}
