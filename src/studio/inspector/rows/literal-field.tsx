import type { ValueEditor } from '../../../condition/rows/row-choices.ts';
import type { RowValue } from '../../../condition/rows/rows.ts';
import { Select } from '../../ui/select.tsx';
import { DraftInput } from './draft-input.tsx';
import { readSpan, timeUnits } from './span-of-time.ts';

export interface LiteralFieldProps {
  readonly label: string;
  readonly editor: ValueEditor;
  readonly value: RowValue;
  readonly onChange: (value: RowValue) => string | undefined;
}

/** One value, entered by its type. */
export function LiteralField({ label, editor, value, onChange }: LiteralFieldProps) {
  const shown = value.kind === 'literal' ? value.value : undefined;
  const literal = (next: string | number | boolean) => onChange({ kind: 'literal', value: next });
  switch (editor.kind) {
    case 'choice':
      return (
        <Select
          aria-label={label}
          value={String(shown)}
          options={withCurrent(editor.values, String(shown)).map((each) => ({ value: each, label: each }))}
          onChange={literal}
        />
      );
    case 'boolean':
      return (
        <Select
          aria-label={label}
          value={String(shown)}
          options={[
            { value: 'true', label: 'yes' },
            { value: 'false', label: 'no' },
          ]}
          onChange={(next) => literal(next === 'true')}
        />
      );
    case 'number':
      return (
        <span className="flex min-w-0 grow items-center gap-1">
          <DraftInput
            label={editor.unit === undefined ? label : `${label}, in ${editor.unit}`}
            inputMode="decimal"
            value={String(shown ?? '')}
            write={(text) => {
              const number = Number(text);
              if (text.trim() === '' || !Number.isFinite(number)) return 'A number, please.';
              return literal(number);
            }}
          />
          {editor.unit !== undefined && <span className="text-xs text-faint">{editor.unit}</span>}
        </span>
      );
    case 'timestamp':
      return <MomentField label={label} value={value} onChange={onChange} />;
    case 'duration':
      return <SpanField label={label} value={value} onChange={onChange} />;
    default:
      return <DraftInput label={label} value={String(shown ?? '')} write={literal} />;
  }
}

type TimeFieldProps = Omit<LiteralFieldProps, 'editor'>;

/** In UTC, as the document has it: a policy's date is the same for everyone. */
function MomentField({ label, value, onChange }: TimeFieldProps) {
  const text = value.kind === 'timestamp' ? value.text : '';
  const shown = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::00(?:\.0+)?)?Z$/.exec(text)?.[1];
  if (shown === undefined && text !== '') {
    return (
      <DraftInput
        mono
        label={label}
        value={text}
        write={(next) => onChange({ kind: 'timestamp', text: next.trim() })}
      />
    );
  }
  return (
    <span className="flex min-w-0 grow items-center gap-1">
      <DraftInput
        label={`${label}, in UTC`}
        type="datetime-local"
        value={shown ?? ''}
        write={(next) =>
          next === ''
            ? 'A date and a time, please.'
            : onChange({ kind: 'timestamp', text: `${next.slice(0, 16)}:00Z` })
        }
      />
      <span className="text-xs text-faint">UTC</span>
    </span>
  );
}

function SpanField({ label, value, onChange }: TimeFieldProps) {
  const text = value.kind === 'duration' ? value.text : '';
  const span = readSpan(text);
  const write = (next: string): string | undefined => onChange({ kind: 'duration', text: next });
  if (span === undefined)
    return <DraftInput mono label={label} value={text} write={(next) => write(next.trim())} />;
  return (
    <span className="flex min-w-0 grow items-start gap-1">
      <DraftInput
        label={`${label}, how many`}
        inputMode="decimal"
        value={span.count}
        write={(count) =>
          readSpan(`${count.trim()}${span.unit}`) ? write(`${count.trim()}${span.unit}`) : 'A number, please.'
        }
      />
      <Select
        aria-label={`${label}, unit`}
        className="w-24 shrink-0"
        value={span.unit}
        options={timeUnits}
        onChange={(unit) => void write(`${span.count}${unit}`)}
      />
    </span>
  );
}

function withCurrent(values: readonly string[], current: string): readonly string[] {
  return values.includes(current) ? values : [current, ...values];
}
