import type { Guardrail, Step } from '../../../document/model.ts';
import type { Inspected } from '../use-inspected.ts';

export interface StepFormProps<Kind extends Step = Step> {
  readonly id: string;
  readonly step: Kind;
  readonly inspected: Inspected;
}

export interface GuardrailFormProps {
  readonly id: string;
  readonly guardrail: Guardrail;
  readonly inspected: Inspected;
}
