import type { ValueType } from '../../../condition/type.ts';
import type { Parameter } from '../../../document/model.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { DraftField } from '../fields/draft-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { OptionalTextField } from '../fields/optional-text-field.tsx';
import type { Inspected } from '../use-inspected.ts';
import { DeclarationsSection } from './declarations-section.tsx';
import { DeclaredType, DescriptionField } from './declared-fields.tsx';

export function ParametersSection({ inspected }: { readonly inspected: Inspected }) {
  const { set, document } = inspected;
  return (
    <DeclarationsSection<Parameter>
      title="Parameters"
      noun="parameter"
      section="parameters"
      inspected={inspected}
      entries={document.procedure.parameters}
      summary={summaryOf}
      fresh={{ type: 'number', value: 0 }}
      placeholder="autoRefundLimit"
    >
      {(name, parameter) => (
        <>
          <ParameterValue
            type={parameter.type}
            value={parameter.value}
            write={(value) => set(['parameters', name, 'value'], value)}
          />
          <DeclaredType path={['parameters', name]} type={parameter.type} inspected={inspected} />
          <OptionalTextField
            label="Owner"
            path={['parameters', name, 'owner']}
            value={parameter.owner}
            inspected={inspected}
            placeholder="operations"
          />
          <DescriptionField path={['parameters', name]} value={parameter.description} inspected={inspected} />
        </>
      )}
    </DeclarationsSection>
  );
}

function summaryOf({ type, value }: Parameter): string {
  const unit = type.kind === 'number' && type.unit !== undefined ? ` ${type.unit}` : '';
  return `${textOf(value)}${unit}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

interface ParameterValueProps {
  readonly type: ValueType;
  readonly value: unknown;
  readonly write: (value: unknown) => string | undefined;
}

function ParameterValue({ type, value, write }: ParameterValueProps) {
  const choices =
    type.kind === 'boolean' ? ['true', 'false'] : type.kind === 'string' ? type.enum : undefined;
  if (type.kind === 'number') {
    return (
      <NumberField
        label="Value"
        value={typeof value === 'number' ? value : undefined}
        aside={type.unit !== undefined && <span className="text-xs text-faint">{type.unit}</span>}
        write={(next) => (next === undefined ? 'A parameter needs a value.' : write(next))}
      />
    );
  }
  if (choices) {
    return (
      <Field label="Value">
        <Select
          value={textOf(value)}
          options={choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={(next) => write(type.kind === 'boolean' ? next === 'true' : next)}
        />
      </Field>
    );
  }
  const isText = type.kind === 'string' || type.kind === 'timestamp' || type.kind === 'duration';
  return (
    <DraftField
      label="Value"
      mono={!isText}
      value={textOf(value)}
      hint={isText ? undefined : 'As JSON.'}
      write={(text) => {
        if (isText) return write(text);
        try {
          return write(JSON.parse(text));
        } catch {
          return 'This is not JSON.';
        }
      }}
    />
  );
}
