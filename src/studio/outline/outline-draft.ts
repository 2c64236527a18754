import type { ValueType } from '../../condition/type.ts';
import { valuedSentenceOf } from '../../document/condition-sentence.ts';
import { environmentOf } from '../../document/environment.ts';
import type { Procedure } from '../../document/model.ts';
import type { OutlineSubject } from './outline-item.ts';

/** An item before it has its place. */
export interface Draft {
  readonly key: string;
  readonly subject: OutlineSubject;
  readonly title: string;
  readonly word: string;
  readonly substance?: string;
  readonly number?: string;
  readonly problems?: string;
  readonly hasChildren?: boolean;
  /** Asked only while the item is open. */
  readonly children?: () => readonly Draft[];
}

export function sentenceIn(procedure: Procedure, source: string, type?: ValueType): string {
  return valuedSentenceOf(source, environmentOf(procedure), procedure.parameters, type);
}
