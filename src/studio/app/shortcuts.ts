export interface Shortcut {
  /** As for `Kbd`. */
  readonly keys: string;
  readonly what: string;
}

/** The cheat-sheet. What the keys do stands where they are heard. */
export const shortcuts: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: 'mod+z', what: 'Undo' },
      { keys: 'mod+shift+z', what: 'Redo' },
      { keys: 'mod+s', what: 'Check that everything is saved' },
      { keys: 'mod+e', what: 'Export the YAML' },
      { keys: 'mod+enter', what: 'Design or Simulate' },
      { keys: 'F8', what: 'Next problem' },
      { keys: 'shift+F8', what: 'Previous problem' },
      { keys: '?', what: 'This list' },
    ],
  },
  {
    title: 'Panels',
    shortcuts: [
      { keys: 'F6', what: 'Next panel' },
      { keys: 'shift+F6', what: 'Previous panel' },
      { keys: 'mod+j', what: 'Show or hide the dock' },
      { keys: 'mod+i', what: 'Show or hide the inspector' },
      { keys: 'alt+1', what: 'Code' },
      { keys: 'alt+2', what: 'Simulator' },
      { keys: 'alt+3', what: 'Problems' },
    ],
  },
  {
    title: 'Canvas',
    shortcuts: [
      { keys: 'right', what: 'Along the first link; Left goes back' },
      { keys: 'down', what: 'Next sibling; Up the one before' },
      { keys: 'a', what: 'Add a step' },
      { keys: 'c', what: 'Connect, or tie a guardrail' },
      { keys: 'b', what: 'Add a branch' },
      { keys: 'l', what: 'Next link of this step' },
      { keys: 'enter', what: 'Into the form; Escape comes back' },
      { keys: 'F2', what: 'Rename' },
      { keys: 'delete', what: 'Delete what is selected' },
      { keys: 'mod+d', what: 'Duplicate what is selected' },
      { keys: 'mod+a', what: 'Select everything' },
      { keys: 'shift+down', what: 'Move what is selected' },
      { keys: '1', what: 'Fit everything; 0 goes to 100 %' },
    ],
  },
  {
    title: 'Simulator',
    shortcuts: [
      { keys: 'space', what: 'Play or pause' },
      { keys: 'right', what: 'Step; Left steps back' },
      { keys: 'Home', what: 'Back to the beginning; End goes to the end' },
    ],
  },
  {
    title: 'Code',
    shortcuts: [
      { keys: 'mod+space', what: 'Complete' },
      { keys: 'mod+.', what: 'Quick fixes' },
      { keys: 'F12', what: 'Go to the definition of an id' },
      { keys: 'F2', what: 'Rename an id everywhere' },
    ],
  },
];
