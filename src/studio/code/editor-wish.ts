import { create } from 'zustand';

/** Something that the editor is to do as soon as there is one: the id of one of its actions. */
interface EditorWish {
  readonly action: string;
  /** Grows with every wish, so that the same can be wished for twice. */
  readonly tick: number;
}

export const useEditorWish = create<{ readonly wish: EditorWish | undefined }>()(() => ({ wish: undefined }));

export function wishForEditor(action: string): void {
  useEditorWish.setState(({ wish }) => ({ wish: { action, tick: (wish?.tick ?? 0) + 1 } }));
}
