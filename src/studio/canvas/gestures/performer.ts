import type { SopDocument } from '../../../document/document.ts';
import type { Plan, Planned } from '../../../document/operations/plan.ts';
import type { Arrangement } from '../../session/arrangement.ts';
import type { Position, ProcedureSession } from '../../session/procedure-session.ts';
import { notify } from '../../ui/notify.tsx';
import { announce } from '../canvas-state.ts';
import type { Flow } from '../flow-from-document.ts';
import { selectKeys } from './picked.ts';

/** What every gesture of the canvas needs. */
export interface GestureSetting {
  readonly session: ProcedureSession;
  /** What is drawn at present. */
  readonly flow: () => Flow;
  /** The middle of what is seen, in the flow's coordinates. */
  readonly centre: () => Position;
}

/** Carries plans out as one undo step each, says aloud what came of them, and refuses in the plan's own words. */
export class Performer {
  constructor(readonly setting: GestureSetting) {}

  get document(): SopDocument {
    return this.setting.session.snapshot().document;
  }

  get procedureId(): string {
    return this.setting.session.id;
  }

  get flow(): Flow {
    return this.setting.flow();
  }

  /** `label` names the undo step, `said` what happened. */
  perform(plan: Plan, label: string, said: string, arrangement?: Arrangement): Planned | undefined {
    const result = this.setting.session.apply(plan, label, arrangement);
    if (!result.ok) {
      this.refuse(result.reason);
      return undefined;
    }
    announce(said);
    return result;
  }

  refuse(reason: string): void {
    notify(reason, { tone: 'error' });
    announce(reason);
  }

  select(keys: readonly string[]): void {
    selectKeys(keys);
  }
}
