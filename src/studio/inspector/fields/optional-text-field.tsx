import type { Path } from '../../../document/diagnostic.ts';
import type { Inspected } from '../use-inspected.ts';
import { DraftField, type DraftFieldProps } from './draft-field.tsx';

export interface OptionalTextFieldProps extends Omit<DraftFieldProps, 'value' | 'write'> {
  readonly path: Path;
  readonly value: string | undefined;
  readonly inspected: Inspected;
}

/** A text that the document may do without: emptied, its key goes. */
export function OptionalTextField({ path, value = '', inspected, ...rest }: OptionalTextFieldProps) {
  return (
    <DraftField
      {...rest}
      value={value}
      write={(text) => {
        const kept = rest.multiline === true ? text : text.trim();
        return inspected.set(path, text.trim() === '' ? undefined : kept);
      }}
    />
  );
}
