import { focusSoon, useCanvasState } from '../canvas-state.ts';
import { useGestures } from '../gestures/gestures-context.ts';
import { TitleInput } from './title-input.tsx';

/** In place of an element's title: the id, as the text has it. */
export function RenameInput({ elementKey, id }: { readonly elementKey: string; readonly id: string }) {
  const gestures = useGestures();
  return (
    <TitleInput
      label={`New name of ${id}`}
      value={id}
      finish={(next, keepFocus) => {
        useCanvasState.setState({ renaming: undefined });
        const key = next === undefined ? elementKey : gestures.rename(elementKey, next);
        if (keepFocus) focusSoon(key);
      }}
    />
  );
}
