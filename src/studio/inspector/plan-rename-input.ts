import type { SopDocument } from '../../document/document.ts';
import type { ActionInput } from '../../document/model.ts';
import { planned, refused, type Plan } from '../../document/operations/plan.ts';
import { typeEntries, typeSpec } from './type-spec.ts';

/** Renames an input where the action declares it and in every step that calls the action. */
export function planRenameInput(document: SopDocument, action: string, name: string, next: string): Plan {
  const declared = document.procedure.actions.get(action);
  if (!declared?.input.has(name)) return refused('not-found', `There is no input ${name}.`);
  if (name === next) return planned([]);
  if (declared.input.has(next)) return refused('id-taken', `There is an input ${next} already.`);
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(next)) {
    return refused('id-not-allowed', 'An input’s name has letters, digits and underscores only.');
  }
  const keys = [
    ['actions', action, 'input', name],
    ...[...document.procedure.steps]
      .filter(([, step]) => step.kind === 'action' && step.call === action && step.with.has(name))
      .map(([id]) => ['steps', id, 'with', name]),
  ].flatMap((path) => document.locate(path)?.key ?? []);
  return planned(keys.map(({ from, to }) => ({ from, to, insert: next })).sort((a, b) => a.from - b.from));
}

/** An input as YAML has it, in its shortest form. */
export function inputSpec({ type, optional }: ActionInput): unknown {
  return optional ? new Map([...typeEntries(type), ['optional', true]]) : typeSpec(type);
}
