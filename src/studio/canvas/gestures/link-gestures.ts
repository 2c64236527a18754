import { linkKey, type Link } from '../../../document/operations/link.ts';
import { planConnect } from '../../../document/operations/plan-connect.ts';
import { planDeleteListItem } from '../../../document/operations/plan-delete-list-item.ts';
import { planDisconnect } from '../../../document/operations/plan-disconnect.ts';
import { planTieGuardrail } from '../../../document/operations/plan-tie-guardrail.ts';
import { planUntieGuardrail } from '../../../document/operations/plan-untie-guardrail.ts';
import type { Tie } from '../canvas-connections.ts';
import { useCanvasState } from '../canvas-state.ts';
import { guardrailIdOf, startKey, stepIdOf } from '../element-key.ts';
import { linkAt } from '../port.ts';
import { combinePlans } from './combine-plans.ts';
import type { Performer } from './performer.ts';

export class LinkGestures {
  constructor(readonly performer: Performer) {}

  /** From a node's port to a node. A guardrail's port ties it. */
  connect(source: string, port: string, target: string): void {
    const guardrail = guardrailIdOf(source);
    const step = stepIdOf(target);
    if (step === undefined) {
      this.performer.refuse('Links lead to steps, not to guardrails.');
      return;
    }
    if (guardrail !== undefined) {
      this.tie(guardrail, step);
      return;
    }
    const link = this.linkFrom(source, port);
    if (link) this.point(link, step);
  }

  /** Makes the link lead to the step. */
  point(link: Link, step: string): void {
    const from = link.from ?? 'Start';
    const plan = planConnect(this.performer.document, link, step);
    if (this.performer.perform(plan, `Connect ${from} to ${step}`, `Connected ${from} to ${step}.`)) {
      useCanvasState.setState({ selectedLink: linkKey(link) });
      this.performer.select([]);
    }
  }

  /** One end of a link was dragged elsewhere. */
  reconnect(link: Link, source: string, port: string, target: string): void {
    const next = this.linkFrom(source, port);
    const step = stepIdOf(target);
    if (!next || step === undefined) return;
    if (linkKey(next) === linkKey(link)) {
      this.point(link, step);
      return;
    }
    const { document } = this.performer;
    const plan = combinePlans(planDisconnect(document, link), planConnect(document, next, step));
    const from = next.from ?? 'Start';
    if (this.performer.perform(plan, 'Move link', `The link to ${step} leaves ${from} now.`)) {
      useCanvasState.setState({ selectedLink: linkKey(next) });
    }
  }

  disconnect(link: Link): void {
    const from = link.from ?? 'Start';
    const plan = planDisconnect(this.performer.document, link);
    if (this.performer.perform(plan, `Disconnect ${from}`, `Removed the link from ${from}.`)) {
      useCanvasState.setState({ selectedLink: undefined });
    }
  }

  /** Ties to the action that the step calls, where it calls one: the rule then holds wherever that is called. */
  tie(guardrail: string, step: string): void {
    const { document } = this.performer;
    const found = document.procedure.steps.get(step);
    const rule = document.procedure.guardrails.get(guardrail);
    const speaks =
      rule !== undefined &&
      (rule.neverSay.length > 0 || rule.tone !== undefined || rule.limits !== undefined);
    const how = speaks && found?.kind !== 'action' ? 'appliesTo' : 'before';
    const target =
      how === 'before' && found?.kind === 'action' && found.call !== undefined ? found.call : step;
    const plan = planTieGuardrail(document, guardrail, target, how);
    this.performer.perform(plan, `Tie ${guardrail} to ${target}`, `${guardrail} governs ${target} now.`);
  }

  untie({ text }: Tie): void {
    const { document } = this.performer;
    if (text.how !== 'includes') {
      const plan = planUntieGuardrail(document, text.guardrail, text.name);
      this.performer.perform(
        plan,
        `Untie ${text.guardrail}`,
        `${text.guardrail} no longer governs ${text.name}.`,
      );
      return;
    }
    const step = document.procedure.steps.get(text.step);
    const includes = step && 'includes' in step ? step.includes : [];
    const index = includes.indexOf(text.guardrail);
    const plan = planDeleteListItem(document, ['steps', text.step, 'includes'], index);
    this.performer.perform(plan, `Untie ${text.guardrail}`, `${text.step} no longer says ${text.guardrail}.`);
  }

  linkFrom(source: string, port: string): Link | undefined {
    if (source === startKey) return { from: undefined, slot: 'start' };
    const step = stepIdOf(source);
    return step === undefined ? undefined : linkAt(step, port);
  }

  /** The first port of an element that leads nowhere yet. */
  freePort(key: string): Link | undefined {
    const { elements, connections } = this.performer.flow;
    const taken = new Set(connections.links.filter((link) => link.source === key).map((link) => link.port));
    const ports = elements.get(key)?.shape.ports ?? [];
    const free = ports.find((port) => !taken.has(port.id) && port.id !== 'onError' && port.id !== 'giveUp');
    return free && this.linkFrom(key, free.id);
  }
}
