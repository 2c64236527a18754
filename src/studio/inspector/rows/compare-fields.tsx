import type { Environment } from '../../../condition/environment.ts';
import { operatorInWords, operatorsFor, withOperator } from '../../../condition/rows/row-choices.ts';
import type { CompareRow, ListRow, Row } from '../../../condition/rows/rows.ts';
import { checkedExpression } from '../../../document/checked-expression.ts';
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import { describeType } from '../describe-type.ts';
import { aboutItems, aboutSubject, subjectsInOrder, type RowItem } from './change-rows.ts';
import { ValueField } from './value-field.tsx';

export const quantifierWords: Readonly<Record<ListRow['quantifier'], string>> = {
  any: 'has one with',
  all: 'has only ones with',
  none: 'has none with',
};

export interface CompareFieldsProps {
  readonly name: string;
  readonly row: CompareRow;
  readonly environment: Environment;
  readonly item: RowItem | undefined;
  /** Gives back the reason of a refusal. */
  readonly onChange: (row: Row) => string | undefined;
}

/** Fact, comparison, value. */
export function CompareFields({ name, row, environment, item, onChange }: CompareFieldsProps) {
  const subjects = subjectsInOrder(environment, item);
  const known = subjects.some(({ source }) => source === row.subject);
  const options: readonly ComboboxOption[] = [
    ...(known ? [] : [{ value: row.subject, detail: describeType(row.type) }]),
    ...subjects.map(({ source, type }) => ({ value: source, detail: describeType(type) })),
  ];
  const choose = (source: string): void => {
    const subject =
      subjects.find((each) => each.source === source) ??
      ({ source, type: checkedExpression(source, environment).type } as const);
    onChange(aboutSubject(row, subject));
  };
  const operators = operatorsFor(row.type).map((operator) => ({
    value: operator as string,
    label: operatorInWords(operator, row.type),
  }));
  const quantifiers =
    row.type.kind === 'list'
      ? Object.entries(quantifierWords).map(([value, label]) => ({ value, label: `${label}…` }))
      : [];
  const compare = (value: string): void => {
    const quantifier = (['any', 'all', 'none'] as const).find((each) => each === value);
    const operator = operatorsFor(row.type).find((each) => each === value);
    const next = quantifier
      ? aboutItems(row, quantifier, environment)
      : operator && withOperator(row, operator);
    if (next) onChange(next);
  };
  return (
    <>
      <Combobox
        mono
        aria-label={`${name}, what`}
        className="grow basis-full"
        value={row.subject}
        options={options}
        createLabel="Use the expression"
        onChange={choose}
      />
      <Select
        aria-label={`${name}, comparison`}
        className="w-auto! grow basis-24"
        value={row.operator}
        options={[...operators, ...quantifiers]}
        onChange={compare}
      />
      <ValueField
        label={`${name}, value`}
        row={row}
        environment={environment}
        item={item}
        onChange={(value) => onChange({ ...row, value })}
      />
    </>
  );
}
