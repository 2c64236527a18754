import type { ValueType } from '../../../condition/type.ts';
import { OptionalTextField } from '../fields/optional-text-field.tsx';
import { planSetType } from '../plan-set-type.ts';
import type { Inspected } from '../use-inspected.ts';
import { TypeFields } from './type-fields.tsx';

interface DeclaredProps {
  /** Of the declaration. */
  readonly path: readonly string[];
  readonly inspected: Inspected;
}

export function DeclaredType({ path, type, inspected }: DeclaredProps & { readonly type: ValueType }) {
  return (
    <TypeFields
      label="Type"
      type={type}
      write={(next) => inspected.gesture('Change type', (current) => planSetType(current, path, next))}
    />
  );
}

export function DescriptionField({
  path,
  value,
  inspected,
}: DeclaredProps & { readonly value: string | undefined }) {
  return (
    <OptionalTextField
      label="Description"
      path={[...path, 'description']}
      value={value}
      inspected={inspected}
      multiline
    />
  );
}
