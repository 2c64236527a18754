import { Languages, X } from 'lucide-react';
import type { Path } from '../../../document/diagnostic.ts';
import type { Wording } from '../../../document/model.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Inspected } from '../use-inspected.ts';
import { TemplateField } from './template-field.tsx';

export interface WordingFieldProps {
  readonly label: string;
  readonly path: Path;
  readonly value: Wording | undefined;
  readonly inspected: Inspected;
  readonly hint?: string;
  readonly placeholder?: string;
}

/** One text for every locale, or one per locale. */
export function WordingField({ label, path, value, inspected, hint, placeholder }: WordingFieldProps) {
  const { set } = inspected;
  const { locales } = inspected.document.procedure.scope;
  if (typeof value === 'string' || value === undefined) {
    return (
      <TemplateField
        label={label}
        value={value ?? ''}
        write={(text) => set(path, text === '' ? undefined : text)}
        hint={hint}
        placeholder={placeholder}
        aside={
          value !== undefined && (
            <IconButton
              label={`One ${label.toLowerCase()} per locale`}
              className="-my-1.5 size-6"
              onClick={() => set(path, { [locales[0] ?? 'en']: value })}
            >
              <Languages aria-hidden />
            </IconButton>
          )
        }
      />
    );
  }
  const missing = locales.filter((locale) => !value.has(locale));
  const entries = [...value];
  return (
    <fieldset aria-label={label} className="flex flex-col gap-2">
      {entries.map(([locale, text]) => (
        <TemplateField
          key={locale}
          label={`${label} (${locale})`}
          value={text}
          write={(next) => set([...path, locale], next)}
          placeholder={placeholder}
          aside={
            <IconButton
              label={entries.length > 1 ? `Remove ${locale}` : 'One text for every locale'}
              className="-my-1.5 size-6"
              onClick={() =>
                set(entries.length > 1 ? [...path, locale] : path, entries.length > 1 ? undefined : text)
              }
            >
              <X aria-hidden />
            </IconButton>
          }
        />
      ))}
      <Combobox
        aria-label={`Add a locale to ${label.toLowerCase()}`}
        value={undefined}
        placeholder="Add a locale…"
        emptyText="Type a locale, such as fr or de-AT."
        createLabel="Add"
        options={missing.map((locale) => ({ value: locale }))}
        onChange={(locale) => set([...path, locale], '')}
      />
      {hint !== undefined && <p className="text-xs text-faint">{hint}</p>}
    </fieldset>
  );
}
