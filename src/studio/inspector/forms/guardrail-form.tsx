import { Plus } from 'lucide-react';
import { useState } from 'react';
import { humanised } from '../../../document/humanised.ts';
import type { Guardrail } from '../../../document/model.ts';
import { planRenameGuardrail } from '../../../document/operations/plan-rename-guardrail.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { DraftField } from '../fields/draft-field.tsx';
import { Section } from '../fields/section.tsx';
import { TagField } from '../fields/tag-field.tsx';
import { OptionalTextField } from '../fields/optional-text-field.tsx';
import { GuardrailRule, ruleNames, rules, type RuleKey } from './guardrail-rule.tsx';
import { GuardrailTies } from './guardrail-ties.tsx';
import type { GuardrailFormProps } from './form-props.ts';

export function GuardrailForm({ id, guardrail, inspected }: GuardrailFormProps) {
  const { gesture, set } = inspected;
  const path = ['guardrails', id];
  return (
    <>
      <div className="flex flex-col gap-3 px-4 py-3">
        <DraftField
          label="Title"
          value={guardrail.title ?? ''}
          placeholder={humanised(id)}
          write={(text) => set([...path, 'title'], text.trim() === '' ? undefined : text.trim())}
        />
        <DraftField
          label="Id"
          mono
          value={id}
          write={(text) =>
            gesture('Rename guardrail', (current) => planRenameGuardrail(current, id, text.trim()))
          }
        />
        <ChoiceField
          label="When it is violated"
          value={guardrail.severity}
          options={[
            { value: 'block', label: 'Block: prevent it and end the run' },
            { value: 'warn', label: 'Warn: record it and go on' },
          ]}
          write={(value) => set([...path, 'severity'], value)}
        />
      </div>
      <RuleSection id={id} guardrail={guardrail} inspected={inspected} />
      <GuardrailTies id={id} guardrail={guardrail} inspected={inspected} />
      <Section title="Where it comes from">
        <OptionalTextField
          label="Owner"
          path={[...path, 'owner']}
          value={guardrail.owner}
          inspected={inspected}
          placeholder="legal"
        />
        <TagField
          label="Regulation"
          wholeLine
          path={[...path, 'regulation']}
          values={guardrail.regulation}
          inspected={inspected}
          placeholder="FTC 16 CFR 435"
        />
        <DraftField
          label="Notes"
          multiline
          value={guardrail.description ?? ''}
          write={(text) => set([...path, 'description'], text.trim() === '' ? undefined : text)}
        />
      </Section>
    </>
  );
}

function RuleSection({ id, guardrail, inspected }: GuardrailFormProps) {
  const [opened, setOpened] = useState<readonly RuleKey[]>([]);
  const shown = rules.filter((rule) => hasRule(guardrail, rule) || opened.includes(rule));
  const rest = rules.filter((rule) => !shown.includes(rule));
  return (
    <Section
      title="What it demands"
      aside={
        rest.length > 0 && (
          <Menu
            entries={rest.map((rule) => ({
              label: ruleNames[rule],
              onSelect: () => setOpened([...opened, rule]),
            }))}
          >
            <Button variant="ghost" className="-mr-1.5 h-6 px-1.5 text-xs" icon={<Plus aria-hidden />}>
              Add
            </Button>
          </Menu>
        )
      }
    >
      {shown.length === 0 && (
        <p className="text-xs text-faint">Nothing yet. Add what must or must not be said.</p>
      )}
      {shown.map((rule) => (
        <GuardrailRule key={rule} rule={rule} id={id} guardrail={guardrail} inspected={inspected} />
      ))}
    </Section>
  );
}

function hasRule(guardrail: Guardrail, rule: RuleKey): boolean {
  return rule === 'neverSay' ? guardrail.neverSay.length > 0 : guardrail[rule] !== undefined;
}
