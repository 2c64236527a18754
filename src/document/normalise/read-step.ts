import type { Branch, Step, StepKind, Trigger } from '../model.ts';
import { triggerCategories } from '../model.ts';
import type {
  actionSchema,
  branchSchema,
  decisionSchema,
  endSchema,
  escalationSchema,
  messageSchema,
  procedureStepSchema,
  questionSchema,
  triggerSchema,
} from '../schema/step-schema.ts';
import { Fields, isMap } from './fields.ts';
import { readCell } from './read-cell.ts';

type KeysOf<Schema extends { readonly shape: object }> = keyof Schema['shape'] & string;

export const stepKinds: readonly StepKind[] = [
  'message',
  'question',
  'action',
  'decision',
  'procedure',
  'escalation',
  'end',
];

/** The readable parts of a step; undefined where even its kind cannot be read. */
export function readStep(data: unknown): Step | undefined {
  if (!isMap(data)) return undefined;
  const kind = stepKinds.find((kind) => kind === data.get('kind'));
  return kind && readers[kind](data);
}

const readers: { readonly [Kind in StepKind]: (data: unknown) => Step & { readonly kind: Kind } } = {
  message(data) {
    const fields = new Fields<KeysOf<typeof messageSchema>>(data);
    return {
      kind: 'message',
      ...common(fields),
      say: fields.wording('say'),
      instruct: fields.text('instruct'),
      includes: fields.texts('includes'),
      next: fields.text('next'),
    };
  },
  question(data) {
    const fields = new Fields<KeysOf<typeof questionSchema>>(data);
    return {
      kind: 'question',
      ...common(fields),
      ask: fields.wording('ask'),
      includes: fields.texts('includes'),
      collects: fields.texts('collects'),
      retries: fields.count('retries'),
      giveUp: fields.text('giveUp'),
      next: fields.text('next'),
    };
  },
  action(data) {
    const fields = new Fields<KeysOf<typeof actionSchema>>(data);
    return {
      kind: 'action',
      ...common(fields),
      call: fields.text('call'),
      with: fields.expressions('with'),
      next: fields.text('next'),
      onError: fields.text('onError'),
    };
  },
  decision(data) {
    const fields = new Fields<KeysOf<typeof decisionSchema>>(data);
    return {
      kind: 'decision',
      ...common(fields),
      columns: Array.isArray(fields.raw('columns')) ? fields.texts('columns') : undefined,
      hits: fields.oneOf('hits', ['first', 'unique']) ?? 'first',
      branches: fields.list('branches').map(readBranch),
      otherwise: fields.text('otherwise'),
    };
  },
  procedure(data) {
    const fields = new Fields<KeysOf<typeof procedureStepSchema>>(data);
    return {
      kind: 'procedure',
      ...common(fields),
      procedure: fields.text('procedure'),
      with: fields.expressions('with'),
      returns: fields.textMap('returns'),
      next: fields.text('next'),
      outcomes: fields.textMap('outcomes'),
    };
  },
  escalation(data) {
    const fields = new Fields<KeysOf<typeof escalationSchema>>(data);
    return {
      kind: 'escalation',
      ...common(fields),
      queue: fields.text('queue'),
      priority: fields.oneOf('priority', ['low', 'normal', 'high', 'urgent']) ?? 'normal',
      triggers: fields.list('triggers').map(readTrigger),
      say: fields.wording('say'),
      handoff: fields.text('handoff'),
    };
  },
  end(data) {
    const fields = new Fields<KeysOf<typeof endSchema>>(data);
    return { kind: 'end', ...common(fields), outcome: fields.text('outcome'), say: fields.wording('say') };
  },
};

function common(fields: Fields<'title' | 'description'>) {
  return { title: fields.text('title'), description: fields.text('description') };
}

/** An item that cannot be read is an empty branch: the others keep their index. */
function readBranch(data: unknown): Branch {
  const fields = new Fields<KeysOf<typeof branchSchema>>(data);
  const when = fields.raw('when');
  return {
    when: fields.expression('when') ?? '',
    cells: Array.isArray(when) ? when.map(readCell) : undefined,
    label: fields.text('label'),
    next: fields.text('next'),
  };
}

function readTrigger(data: unknown): Trigger {
  const fields = new Fields<KeysOf<typeof triggerSchema>>(data);
  return {
    when: fields.expression('when') ?? '',
    category: fields.oneOf('category', triggerCategories) ?? 'sentiment',
  };
}
