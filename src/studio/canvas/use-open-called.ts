import { useCalledProcedure } from '../session/use-called-procedure.ts';
import type { MenuTarget } from './canvas-state.ts';
import { stepIdOf } from './element-key.ts';
import type { Flow } from './flow-from-document.ts';

/** Opens the procedure that a step runs. */
export interface OpenCalled {
  readonly title: string;
  open(this: void): void;
}

/** For the step that the menu was opened on; undefined where it runs none that is there. */
export function useOpenCalled(flow: Flow, menu: MenuTarget): OpenCalled | undefined {
  return useOpen(flow, menu.on === 'element' ? menu.key : undefined);
}

/** For a node, by its key. */
export function useOpen(flow: Flow, key: string | undefined): OpenCalled | undefined {
  const callee = key === undefined ? undefined : flow.elements.get(key)?.content.callee;
  const called = useCalledProcedure(callee, (key !== undefined && stepIdOf(key)) || '');
  return called?.state === 'found' ? called : undefined;
}
