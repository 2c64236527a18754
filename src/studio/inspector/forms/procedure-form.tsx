import { planSetField } from '../../../document/operations/plan-set-field.ts';
import { DraftField } from '../fields/draft-field.tsx';
import { Section } from '../fields/section.tsx';
import { StepField } from '../fields/step-field.tsx';
import { TagField } from '../fields/tag-field.tsx';
import type { Inspected } from '../use-inspected.ts';
import { ActionsSection } from './actions-section.tsx';
import { DerivedSection, FactsSection } from './facts-section.tsx';
import { ParametersSection } from './parameters-section.tsx';

const teams = ['legal', 'compliance', 'operations', 'support'];

/** The procedure itself: shown while nothing is selected. */
export function ProcedureForm({ inspected }: { readonly inspected: Inspected }) {
  const { gesture, set } = inspected;
  const { procedure } = inspected.document;
  const { scope, review } = procedure;
  const setText = (path: readonly string[]) => (text: string) =>
    set(path, text.trim() === '' ? undefined : text.trim());
  return (
    <>
      <div className="flex flex-col gap-3 px-4 py-3">
        <DraftField label="Title" value={procedure.title} write={setText(['title'])} />
        <DraftField
          label="Id"
          mono
          value={procedure.id}
          hint="Its name for programs; it stays when the title changes."
          write={(text) =>
            text.trim() === ''
              ? 'A procedure needs an id.'
              : gesture('Change id', (current) => planSetField(current, ['id'], text.trim()))
          }
        />
        <DraftField
          label="Owner"
          value={procedure.owner ?? ''}
          placeholder="Support operations"
          write={setText(['owner'])}
        />
        <DraftField
          label="Notes"
          multiline
          value={procedure.description ?? ''}
          hint="For readers. The agent does not see them."
          write={setText(['description'])}
        />
        <StepField
          label="First step"
          link={{ from: undefined, slot: 'start' }}
          target={procedure.start}
          inspected={inspected}
          clearLabel="None yet"
        />
      </div>
      <Section title="Scope">
        <TagField
          label="Intents"
          path={['scope', 'intents']}
          values={scope.intents}
          inspected={inspected}
          placeholder="Any intent"
        />
        <TagField
          label="Channels"
          path={['scope', 'channels']}
          values={scope.channels}
          inspected={inspected}
          placeholder="Any channel"
          suggestions={['chat', 'email', 'voice', 'sms', 'social']}
        />
        <TagField
          label="Locales"
          path={['scope', 'locales']}
          values={scope.locales}
          inspected={inspected}
          placeholder="Any locale"
          hint={scope.locales.length > 1 ? 'The first is the one to fall back on.' : undefined}
        />
      </Section>
      <FactsSection inspected={inspected} />
      <DerivedSection inspected={inspected} />
      <ParametersSection inspected={inspected} />
      <ActionsSection inspected={inspected} />
      <Section title="Review">
        <DraftField
          label="Every"
          value={review?.every ?? ''}
          placeholder="90 days"
          write={setText(['review', 'every'])}
        />
        <TagField
          label="By"
          path={['review', 'by']}
          values={review?.by ?? []}
          inspected={inspected}
          suggestions={teams}
          placeholder="legal"
        />
      </Section>
    </>
  );
}
