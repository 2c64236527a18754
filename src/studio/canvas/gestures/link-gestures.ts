import { linkKey, type Link } from '../../../document/operations/link.ts';
import { planConnect } from '../../../document/operations/plan-connect.ts';
import { planPutOnLink } from '../../../document/operations/plan-put-on-link.ts';
import { planDisconnect } from '../../../document/operations/plan-disconnect.ts';
import { planTieStep, planUntie, tieTarget } from '../../../document/operations/plan-tie-step.ts';
import type { Arrangement } from '../../session/arrangement.ts';
import type { Tie } from '../canvas-connections.ts';
import { useCanvasState } from '../canvas-state.ts';
import { guardrailIdOf, startKey, stepIdOf, stepKey } from '../element-key.ts';
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

  /** A step that stands on the canvas comes to stand on the link. */
  putOn(link: Link, step: string, arrangement?: Arrangement): boolean {
    const plan = planPutOnLink(this.performer.document, link, step);
    const from = link.from ?? 'Start';
    return (
      this.performer.perform(
        plan,
        `Put ${step} on a link`,
        `Put ${step} on the link from ${from}.`,
        arrangement,
      ) !== undefined
    );
  }

  /** Whether nothing leads to the step and it leads nowhere by its usual way: dropped on a link it is put there. */
  isLoose(step: string): boolean {
    const key = stepKey(step);
    const { links } = this.performer.flow.connections;
    return links.every(
      (link) =>
        link.target !== key && (link.source !== key || (link.port !== 'next' && link.port !== 'otherwise')),
    );
  }

  disconnect(link: Link): void {
    const from = link.from ?? 'Start';
    const plan = planDisconnect(this.performer.document, link);
    if (this.performer.perform(plan, `Disconnect ${from}`, `Removed the link from ${from}.`)) {
      useCanvasState.setState({ selectedLink: undefined });
    }
  }

  tie(guardrail: string, step: string): void {
    const { document } = this.performer;
    const { name } = tieTarget(document, guardrail, step);
    const plan = planTieStep(document, guardrail, step);
    this.performer.perform(plan, `Tie ${guardrail} to ${name}`, `${guardrail} governs ${name} now.`);
  }

  untie({ text }: Tie): void {
    const said =
      text.how === 'includes'
        ? `${text.step} no longer says ${text.guardrail}.`
        : `${text.guardrail} no longer governs ${text.name}.`;
    this.performer.perform(planUntie(this.performer.document, text), `Untie ${text.guardrail}`, said);
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
