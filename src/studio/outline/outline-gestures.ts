import { nameOf } from '../../document/humanised.ts';
import { planAddBranch } from '../../document/operations/plan-add-branch.ts';
import { planAddDeclaration } from '../../document/operations/plan-add-declaration.ts';
import { planAddGuardrail } from '../../document/operations/plan-add-guardrail.ts';
import { planAddStep } from '../../document/operations/plan-add-step.ts';
import { planConnect } from '../../document/operations/plan-connect.ts';
import { planDeleteBranch } from '../../document/operations/plan-delete-branch.ts';
import { planDeleteDeclaration } from '../../document/operations/plan-delete-declaration.ts';
import { planDeleteElements } from '../../document/operations/plan-delete-elements.ts';
import type { DeleteMode } from '../../document/operations/plan-delete-elements.ts';
import { planDeleteListItem } from '../../document/operations/plan-delete-list-item.ts';
import { planDisconnect } from '../../document/operations/plan-disconnect.ts';
import { planDuplicate } from '../../document/operations/plan-duplicate.ts';
import { planInsertStep } from '../../document/operations/plan-insert-step.ts';
import { planMoveBranch } from '../../document/operations/plan-move-branch.ts';
import { planMoveListItem } from '../../document/operations/plan-move-list-item.ts';
import { planMoveStep } from '../../document/operations/plan-move-step.ts';
import { planRenameGuardrail } from '../../document/operations/plan-rename-guardrail.ts';
import { planRenameName } from '../../document/operations/plan-rename-name.ts';
import type { NameSection } from '../../document/operations/plan-rename-name.ts';
import { planRenameStep } from '../../document/operations/plan-rename-step.ts';
import { planSetField } from '../../document/operations/plan-set-field.ts';
import { planTieStep, planUntie } from '../../document/operations/plan-tie-step.ts';
import type { Link } from '../../document/operations/link.ts';
import { linkKey } from '../../document/operations/link.ts';
import type { Plan, Planned } from '../../document/operations/plan.ts';
import type { Procedure, Step, StepId, StepKind } from '../../document/model.ts';
import { linksOfStep } from '../../document/graph.ts';
import type { Tie } from '../../document/graph.ts';
import type { SopDocument } from '../../document/document.ts';
import type { ProcedureSession } from '../session/procedure-session.ts';
import { elementWord } from '../ui/element-kind.ts';
import type { OutlineItem } from './outline-item.ts';

export interface OutlineSetting {
  readonly session: ProcedureSession;
  /** Reads aloud, and shows, what came of a gesture. */
  readonly announce: (text: string) => void;
  /** Makes an item the one at hand, once it is there; opens what it stands under. */
  readonly goTo: (key: string, parent?: string) => void;
}

/** All that can be done in the outline: one undo step each, told in plain words. */
export class OutlineGestures {
  constructor(readonly setting: OutlineSetting) {}

  get document(): SopDocument {
    return this.setting.session.snapshot().document;
  }

  get procedure(): Procedure {
    return this.document.procedure;
  }

  #perform(plan: Plan, label: string, said: string): Planned | undefined {
    const result = this.setting.session.apply(plan, label);
    this.setting.announce(result.ok ? said : result.reason);
    return result.ok ? result : undefined;
  }

  title(step: StepId): string {
    return nameOf(step, this.procedure.steps.get(step));
  }

  /** On a link, or on its own behind all others. */
  addStep(kind: StepKind, link: Link | undefined): void {
    const plan = link ? planInsertStep(this.document, link, { kind }) : planAddStep(this.document, { kind });
    const key = plan.ok ? plan.created[0] : undefined;
    const name = nameOf(key?.slice('step:'.length) ?? '', undefined);
    const where =
      link === undefined ? '' : link.from === undefined ? ' at the start' : ` after ${this.title(link.from)}`;
    const done = this.#perform(
      plan,
      `Add ${elementWord[kind].toLowerCase()}`,
      `${elementWord[kind]} ${name} added${where}.`,
    );
    if (done && key !== undefined) this.setting.goTo(key, 'steps');
  }

  addGuardrail(): void {
    const done = this.#perform(
      planAddGuardrail(this.document, {}),
      'Add guardrail',
      'Guardrail added. It governs nothing yet.',
    );
    const key = done?.created[0];
    if (key !== undefined) this.setting.goTo(key, 'guardrails');
  }

  addBranch(step: StepId): void {
    const found = this.procedure.steps.get(step);
    const index = found?.kind === 'decision' ? found.branches.length : 0;
    const plan = planAddBranch(this.document, step, { when: '' });
    const done = this.#perform(
      plan,
      `Add branch to ${step}`,
      `Branch ${index + 1} added to ${this.title(step)}. It has no condition yet.`,
    );
    if (done) this.setting.goTo(linkKey({ from: step, slot: 'branch', index }), `step:${step}`);
  }

  /** Under a name that is free, to be renamed at once. The key of the new item. */
  declare(section: NameSection): string | undefined {
    const stem = { facts: 'fact', derived: 'derivedFact', parameters: 'threshold', actions: 'action' }[
      section
    ];
    const taken = this.procedure[section];
    let name = stem;
    for (let number = 2; taken.has(name); number += 1) name = `${stem}${number}`;
    const value = {
      facts: { type: 'string', source: 'conversation' },
      derived: { type: 'boolean', is: '' },
      parameters: { type: 'number', value: 0 },
      actions: { effect: 'read' },
    }[section];
    const done = this.#perform(
      planAddDeclaration(this.document, section, name, value),
      `Add ${name}`,
      `${name} added.`,
    );
    return done && `${section} ${name}`;
  }

  connect(link: Link, target: StepId): void {
    this.#perform(
      planConnect(this.document, link, target),
      `Connect ${link.from ?? 'Start'} to ${target}`,
      `${this.#wayName(link)} leads to ${this.title(target)} now.`,
    );
  }

  disconnect(link: Link): void {
    this.#perform(
      planDisconnect(this.document, link),
      `Disconnect ${link.from ?? 'Start'}`,
      `${this.#wayName(link)} leads nowhere now.`,
    );
  }

  makeStart(step: StepId): void {
    this.#perform(
      planSetField(this.document, ['start'], step),
      `Start at ${step}`,
      `The procedure starts at ${this.title(step)} now.`,
    );
  }

  tie(guardrail: string, step: StepId): void {
    const title = nameOf(guardrail, this.procedure.guardrails.get(guardrail));
    this.#perform(
      planTieStep(this.document, guardrail, step),
      `Tie ${guardrail} to ${step}`,
      `${title} governs ${this.title(step)} now.`,
    );
  }

  untie(tie: Tie): void {
    const title = nameOf(tie.guardrail, this.procedure.guardrails.get(tie.guardrail));
    this.#perform(
      planUntie(this.document, tie),
      `Untie ${tie.guardrail}`,
      `${title} no longer governs ${this.title(tie.step)}.`,
    );
  }

  /** Links from other steps that lead to the step. */
  linksTo(step: StepId): number {
    let count = 0;
    for (const [id, each] of this.procedure.steps) {
      if (id !== step) count += waysTo(step, each);
    }
    return count + (this.procedure.start === step ? 1 : 0);
  }

  deleteElement(key: string, mode: DeleteMode): void {
    const id = key.slice(key.indexOf(':') + 1);
    const title = key.startsWith('step:') ? this.title(id) : nameOf(id, this.procedure.guardrails.get(id));
    const left = mode === 'reconnect' ? ' What led to it leads on.' : '';
    this.#perform(planDeleteElements(this.document, [key], mode), `Delete ${id}`, `${title} deleted.${left}`);
  }

  /** What is no element of its own: a branch goes, another way leads nowhere. */
  deletePart({ subject, title }: OutlineItem): void {
    switch (subject.is) {
      case 'way':
        if (subject.link.slot === 'branch') {
          const { from, index } = subject.link;
          const plan = planDeleteBranch(this.document, from, index);
          this.#perform(plan, `Delete branch of ${from}`, `Branch ${title} of ${this.title(from)} deleted.`);
        } else this.disconnect(subject.link);
        break;
      case 'trigger': {
        const plan = planDeleteListItem(this.document, ['steps', subject.step, 'triggers'], subject.index);
        this.#perform(
          plan,
          `Delete trigger of ${subject.step}`,
          `Trigger of ${this.title(subject.step)} deleted.`,
        );
        break;
      }
      case 'tie':
        this.untie(subject.tie);
        break;
      case 'declaration': {
        const plan = planDeleteDeclaration(this.document, subject.section, subject.name);
        this.#perform(plan, `Delete ${subject.name}`, `${subject.name} deleted.`);
        break;
      }
      default:
        this.setting.announce(`${title} cannot be deleted.`);
    }
  }

  /** The key that the item has afterwards; undefined when it was refused. */
  rename({ subject, key }: OutlineItem, next: string): string | undefined {
    switch (subject.is) {
      case 'step': {
        const done = this.#perform(
          planRenameStep(this.document, subject.id, next),
          `Rename ${subject.id}`,
          `${subject.id} is called ${next} now.`,
        );
        return done && `step:${next}`;
      }
      case 'guardrail': {
        const done = this.#perform(
          planRenameGuardrail(this.document, subject.id, next),
          `Rename ${subject.id}`,
          `${subject.id} is called ${next} now.`,
        );
        return done && `guardrail:${next}`;
      }
      case 'declaration': {
        const { section, name } = subject;
        const done = this.#perform(
          planRenameName(this.document, section, name, next),
          `Rename ${name}`,
          `${name} is called ${next} now.`,
        );
        return done && `${section} ${next}`;
      }
      case 'way': {
        if (subject.link.slot !== 'branch') return undefined;
        const { from, index } = subject.link;
        const path = ['steps', from, 'branches', index, 'label'];
        const said = `Branch ${index + 1} of ${this.title(from)} is called ${next} now.`;
        return this.#perform(planSetField(this.document, path, next), `Label branch of ${from}`, said) && key;
      }
      default:
        return undefined;
    }
  }

  duplicate(key: string): void {
    const id = key.slice(key.indexOf(':') + 1);
    const done = this.#perform(planDuplicate(this.document, [key]), `Duplicate ${id}`, `${id} duplicated.`);
    const copy = done?.created[0];
    if (copy !== undefined) this.setting.goTo(copy, copy.startsWith('step:') ? 'steps' : 'guardrails');
  }

  moveBranch(step: StepId, from: number, to: number): void {
    const plan = planMoveBranch(this.document, step, from, to);
    const done = this.#perform(
      plan,
      `Reorder branches of ${step}`,
      `Branch ${from + 1} of ${this.title(step)} is tried as number ${to + 1} now.`,
    );
    if (done) this.setting.goTo(linkKey({ from: step, slot: 'branch', index: to }));
  }

  moveTrigger(step: StepId, from: number, to: number): void {
    const plan = planMoveListItem(this.document, ['steps', step, 'triggers'], from, to);
    const done = this.#perform(
      plan,
      `Reorder triggers of ${step}`,
      `Trigger ${from + 1} is number ${to + 1} now.`,
    );
    if (done) this.setting.goTo(`${step}/trigger/${to}`);
  }

  /** Takes the step out of its way and puts it on the link. */
  moveStep(step: StepId, to: Link): void {
    const where = to.from === undefined ? 'to the start' : `behind ${this.title(to.from)}`;
    const plan = planMoveStep(this.document, step, to);
    if (this.#perform(plan, `Move ${step}`, `${this.title(step)} moved ${where}.`))
      this.setting.goTo(`step:${step}`);
  }

  #wayName(link: Link): string {
    if (link.from === undefined) return 'The start';
    const title = this.title(link.from);
    const step = this.procedure.steps.get(link.from);
    if (link.slot === 'branch') {
      const label = step?.kind === 'decision' ? step.branches[link.index]?.label : undefined;
      return `Branch ${label ?? link.index + 1} of ${title}`;
    }
    return link.slot === 'next' ? title : `${title}, ${slotWords[link.slot]},`;
  }
}

const slotWords = {
  otherwise: 'otherwise',
  onError: 'when it fails',
  giveUp: 'when it gives up',
  outcome: 'after that end',
} as const;

function waysTo(target: StepId, step: Step): number {
  return linksOfStep('', step).filter((link) => link.target === target).length;
}
