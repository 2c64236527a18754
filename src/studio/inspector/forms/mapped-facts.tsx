import { ArrowLeft, Trash2 } from 'lucide-react';
import { assignable } from '../../../condition/type-rules.ts';
import type { ValueType } from '../../../condition/type.ts';
import type { Procedure, ProcedureStep } from '../../../document/model.ts';
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { describeType } from '../describe-type.ts';
import { ConditionField } from '../fields/condition-field.tsx';
import { Section } from '../fields/section.tsx';
import { useRefusal } from '../use-refusal.tsx';
import type { StepFormProps } from './form-props.ts';

interface MappedFactsProps extends StepFormProps<ProcedureStep> {
  /** Undefined while it is not found. */
  readonly called: Procedure | undefined;
}

/** What a procedure is given: its facts, each with an expression over ours. */
export function GivenFacts({ id, step, called, inspected }: MappedFactsProps) {
  const { refusal, attempt } = useRefusal();
  const path = ['steps', id, 'with'];
  const open = [...(called?.facts ?? [])].filter(([name]) => !step.with.has(name));
  const first = (type: ValueType, name: string): string =>
    inspected.document.procedure.facts.has(name)
      ? name
      : (namesOfType(inspected.document.procedure, type)[0] ?? name);
  return (
    <Section title="What it is given">
      <p className="-mt-2 text-xs text-faint">What is not listed it finds out by itself.</p>
      {[...step.with].map(([name, source]) => (
        <ConditionField
          key={name}
          label={name}
          value={source}
          expected={called?.facts.get(name)?.type ?? { kind: 'dynamic' }}
          placeholder="customer.email"
          aside={
            <TypeAndDelete
              type={called?.facts.get(name)?.type}
              label={`No longer give ${name}`}
              onDelete={() => attempt(inspected.set([...path, name], undefined))}
            />
          }
          write={(text) => inspected.set([...path, name], text.trim() === '' ? undefined : text)}
        />
      ))}
      {open.length > 0 && (
        <Combobox
          mono
          value={undefined}
          aria-label="Give one more of its facts"
          placeholder="Give one more of its facts"
          options={open.map(([name, { type }]) => ({ value: name, detail: describeType(type) }))}
          onChange={(name) => {
            const type = called?.facts.get(name)?.type ?? { kind: 'dynamic' };
            attempt(inspected.set([...path, name], first(type, name)));
          }}
        />
      )}
      {refusal}
    </Section>
  );
}

/** What comes back: our facts, each with one of the other's facts or derived facts of a type that fits. */
export function ReturnedFacts({ id, step, called, inspected }: MappedFactsProps) {
  const { procedure } = inspected.document;
  const { refusal, attempt } = useRefusal();
  const path = ['steps', id, 'returns'];
  const open = [...procedure.facts].filter(([name]) => !step.returns.has(name));
  const set = (ours: string, theirs: string | undefined): void =>
    attempt(inspected.set([...path, ours], theirs));
  return (
    <Section title="What comes back">
      {[...step.returns].map(([ours, theirs]) => (
        <Field
          key={ours}
          label={ours}
          aside={
            <TypeAndDelete
              type={procedure.facts.get(ours)?.type}
              label={`No longer take back ${ours}`}
              onDelete={() => set(ours, undefined)}
            />
          }
        >
          <Combobox
            mono
            value={theirs}
            options={answersOf(called, procedure.facts.get(ours)?.type)}
            createLabel="Use the name"
            onChange={(name) => set(ours, name)}
          />
        </Field>
      ))}
      {open.length > 0 && (
        <Combobox
          mono
          value={undefined}
          aria-label="Take one more fact back"
          placeholder="Take one more fact back"
          options={open.map(([name, { type }]) => ({
            value: name,
            detail: describeType(type),
            icon: <ArrowLeft aria-hidden className="text-faint" />,
          }))}
          onChange={(ours) => {
            const fitting = answersOf(called, procedure.facts.get(ours)?.type);
            const same = fitting.find(({ value }) => value === ours) ?? fitting[0];
            set(ours, same?.value ?? ours);
          }}
        />
      )}
      {refusal}
    </Section>
  );
}

function TypeAndDelete({
  type,
  label,
  onDelete,
}: {
  readonly type: ValueType | undefined;
  readonly label: string;
  readonly onDelete: () => void;
}) {
  return (
    <span className="flex items-center gap-1 text-xs text-faint">
      {type && describeType(type)}
      <IconButton label={label} className="-my-1 size-6" onClick={onDelete}>
        <Trash2 aria-hidden />
      </IconButton>
    </span>
  );
}

function answersOf(called: Procedure | undefined, wanted: ValueType | undefined): readonly ComboboxOption[] {
  return [...(called?.facts ?? []), ...(called?.derived ?? [])]
    .filter(([, { type }]) => wanted === undefined || assignable(type, wanted))
    .map(([name, { type }]) => ({ value: name, detail: describeType(type) }));
}

function namesOfType({ facts }: Procedure, wanted: ValueType): readonly string[] {
  return [...facts].filter(([, { type }]) => assignable(type, wanted)).map(([name]) => name);
}
