import type { Derived, Fact } from '../../../document/model.ts';
import { describeType } from '../describe-type.ts';
import { ConditionField } from '../fields/condition-field.tsx';
import { DraftField } from '../fields/draft-field.tsx';
import { planSetType } from '../plan-set-type.ts';
import type { Inspected } from '../use-inspected.ts';
import { DeclarationsSection } from './declarations-section.tsx';
import { TypeFields } from './type-fields.tsx';

export function FactsSection({ inspected }: { readonly inspected: Inspected }) {
  const { gesture, set, document } = inspected;
  return (
    <DeclarationsSection<Fact>
      title="Facts"
      noun="fact"
      section="facts"
      inspected={inspected}
      entries={document.procedure.facts}
      summary={(fact) => describeType(fact.type)}
      fresh={{ type: 'string', source: 'conversation' }}
      placeholder="order.status"
    >
      {(name, fact) => (
        <>
          <TypeFields
            label="Type"
            type={fact.type}
            write={(type) => gesture('Change type', (current) => planSetType(current, ['facts', name], type))}
          />
          <DraftField
            label="Source"
            mono
            value={fact.source ?? ''}
            placeholder="conversation"
            hint="An action, “conversation”, “signal”, or a system’s name."
            write={(text) => set(['facts', name, 'source'], text.trim() === '' ? undefined : text.trim())}
          />
          <DescriptionField path={['facts', name]} value={fact.description} inspected={inspected} />
        </>
      )}
    </DeclarationsSection>
  );
}

export function DerivedSection({ inspected }: { readonly inspected: Inspected }) {
  const { gesture, set, document } = inspected;
  return (
    <DeclarationsSection<Derived>
      title="Derived facts"
      noun="derived fact"
      section="derived"
      inspected={inspected}
      entries={document.procedure.derived}
      summary={(derived) => describeType(derived.type)}
      fresh={{ type: 'boolean', is: '' }}
      placeholder="isLate"
    >
      {(name, derived) => (
        <>
          <ConditionField
            label="Is"
            required
            expected={derived.type}
            value={derived.is}
            write={(text) => set(['derived', name, 'is'], text)}
          />
          <TypeFields
            label="Type"
            type={derived.type}
            write={(type) =>
              gesture('Change type', (current) => planSetType(current, ['derived', name], type))
            }
          />
          <DescriptionField path={['derived', name]} value={derived.description} inspected={inspected} />
        </>
      )}
    </DeclarationsSection>
  );
}

export function DescriptionField({
  path,
  value,
  inspected,
}: {
  readonly path: readonly string[];
  readonly value: string | undefined;
  readonly inspected: Inspected;
}) {
  return (
    <DraftField
      label="Description"
      multiline
      value={value ?? ''}
      write={(text) => inspected.set([...path, 'description'], text.trim() === '' ? undefined : text)}
    />
  );
}
