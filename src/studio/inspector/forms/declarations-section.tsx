import type { ReactNode } from 'react';
import { planAddDeclaration } from '../../../document/operations/plan-add-declaration.ts';
import { planDeleteDeclaration } from '../../../document/operations/plan-delete-declaration.ts';
import { planRenameName } from '../../../document/operations/plan-rename-name.ts';
import { DeclarationList } from '../fields/declaration-list.tsx';
import { Section } from '../fields/section.tsx';
import type { Inspected } from '../use-inspected.ts';

export type DeclarationSection = 'facts' | 'derived' | 'parameters' | 'actions';

export interface DeclarationsSectionProps<Entry> {
  readonly title: string;
  readonly noun: string;
  readonly section: DeclarationSection;
  readonly inspected: Inspected;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly summary: (entry: Entry) => string;
  readonly fresh: unknown;
  readonly placeholder: string;
  readonly children: (name: string, entry: Entry) => ReactNode;
}

/** One of the procedure's tables of names. */
export function DeclarationsSection<Entry>({
  title,
  noun,
  section,
  inspected,
  entries,
  summary,
  fresh,
  placeholder,
  children,
}: DeclarationsSectionProps<Entry>) {
  const { document, gesture } = inspected;
  const faulty = new Set(
    document.diagnostics
      .filter(({ severity, path }) => severity === 'error' && path[0] === section)
      .map(({ path }) => path[1]),
  );
  return (
    <Section title={title}>
      <DeclarationList
        noun={noun}
        placeholder={placeholder}
        rows={[...entries].map(([name, entry]) => ({
          name,
          summary: summary(entry),
          isFaulty: faulty.has(name),
          body: () => children(name, entry),
        }))}
        onAdd={(name) =>
          gesture(`Add ${noun}`, (current) => planAddDeclaration(current, section, name, fresh))
        }
        onRename={(name, next) =>
          gesture(`Rename ${noun}`, (current) => planRenameName(current, section, name, next))
        }
        onDelete={(name) =>
          gesture(`Delete ${noun}`, (current) => planDeleteDeclaration(current, section, name))
        }
      />
    </Section>
  );
}
