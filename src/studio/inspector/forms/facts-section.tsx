import type { Derived, Fact } from '../../../document/model.ts';
import { describeType } from '../describe-type.ts';
import { ConditionField } from '../fields/condition-field.tsx';
import { OptionalTextField } from '../fields/optional-text-field.tsx';
import type { Inspected } from '../use-inspected.ts';
import { DeclarationsSection } from './declarations-section.tsx';
import { DeclaredType, DescriptionField } from './declared-fields.tsx';

export function FactsSection({ inspected }: { readonly inspected: Inspected }) {
  const { document } = inspected;
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
          <DeclaredType path={['facts', name]} type={fact.type} inspected={inspected} />
          <OptionalTextField
            label="Source"
            path={['facts', name, 'source']}
            value={fact.source}
            inspected={inspected}
            mono
            placeholder="conversation"
            hint="An action, “conversation”, “signal”, or a system’s name."
          />
          <DescriptionField path={['facts', name]} value={fact.description} inspected={inspected} />
        </>
      )}
    </DeclarationsSection>
  );
}

export function DerivedSection({ inspected }: { readonly inspected: Inspected }) {
  const { set, document } = inspected;
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
          <DeclaredType path={['derived', name]} type={derived.type} inspected={inspected} />
          <DescriptionField path={['derived', name]} value={derived.description} inspected={inspected} />
        </>
      )}
    </DeclarationsSection>
  );
}
