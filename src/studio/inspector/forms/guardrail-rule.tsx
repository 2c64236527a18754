import { ConditionField } from '../fields/condition-field.tsx';
import { DraftField } from '../fields/draft-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { TagField } from '../fields/tag-field.tsx';
import { WordingField } from '../fields/wording-field.tsx';
import type { GuardrailFormProps } from './form-props.ts';

export const rules = ['disclose', 'confirm', 'require', 'alwaysSay', 'neverSay', 'tone', 'limits'] as const;
export type RuleKey = (typeof rules)[number];

export const ruleNames: Readonly<Record<RuleKey, string>> = {
  disclose: 'Disclosure',
  confirm: 'Confirmation',
  require: 'Requirement',
  alwaysSay: 'Always said',
  neverSay: 'Never said',
  tone: 'Tone',
  limits: 'Limits',
};

export interface GuardrailRuleProps extends GuardrailFormProps {
  readonly rule: RuleKey;
}

export function GuardrailRule({ rule, id, guardrail, inspected }: GuardrailRuleProps) {
  const { set } = inspected;
  const path = ['guardrails', id, rule];
  const write = (text: string) => set(path, text.trim() === '' ? undefined : text);
  const label = ruleNames[rule];
  switch (rule) {
    case 'disclose':
    case 'alwaysSay':
      return (
        <WordingField
          label={label}
          path={path}
          value={guardrail[rule]}
          inspected={inspected}
          hint={
            rule === 'disclose'
              ? 'Said word for word before what it is tied to.'
              : 'Said at least once before the end.'
          }
        />
      );
    case 'confirm':
    case 'require':
      return (
        <ConditionField
          label={label}
          value={guardrail[rule] ?? ''}
          write={write}
          hint={
            rule === 'confirm'
              ? 'The customer’s yes. It lapses when an input changes after it.'
              : 'Must hold before what it is tied to.'
          }
        />
      );
    case 'neverSay':
      return (
        <TagField
          label={label}
          wholeLine
          path={path}
          values={guardrail.neverSay}
          inspected={inspected}
          placeholder="guarantee"
          hint="Words, in any case; /…/ is a regular expression."
        />
      );
    case 'tone':
      return (
        <DraftField
          label={label}
          multiline
          value={guardrail.tone ?? ''}
          write={write}
          placeholder="Acknowledge the trouble first; plain words."
        />
      );
    case 'limits':
      return <LimitFields id={id} guardrail={guardrail} inspected={inspected} />;
  }
}

function LimitFields({ id, guardrail, inspected }: GuardrailFormProps) {
  const path = ['guardrails', id, 'limits'];
  const { limits } = guardrail;
  return (
    <fieldset aria-label="Limits" className="grid grid-cols-3 gap-2">
      <NumberField
        label="Reading grade"
        value={limits?.readingGrade}
        write={(value) => inspected.set([...path, 'readingGrade'], value)}
      />
      <NumberField
        label="Exclamations"
        whole
        value={limits?.exclamationMarks}
        write={(value) => inspected.set([...path, 'exclamationMarks'], value)}
      />
      <NumberField
        label="Words"
        whole
        value={limits?.words}
        write={(value) => inspected.set([...path, 'words'], value)}
      />
    </fieldset>
  );
}
