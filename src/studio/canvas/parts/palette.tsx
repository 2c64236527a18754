import { StickyNote } from 'lucide-react';
import { ElementIcon } from '../../ui/element-icon.tsx';
import { elementWord } from '../../ui/element-kind.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useGestures } from '../gestures/gestures-context.ts';
import { draggedKind, elementKinds } from './element-kinds.ts';

/** Click adds beside the selection, drag adds where it is dropped. Arrow keys go along it, as in any toolbar. */
export function Palette() {
  const gestures = useGestures();
  return (
    // Its buttons take the focus, not the bar.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      role="toolbar"
      aria-label="Add step"
      aria-orientation="horizontal"
      className="canvas-palette nokey"
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        event.stopPropagation();
        const buttons = [...event.currentTarget.querySelectorAll('button')];
        const index = buttons.findIndex((button) => button === document.activeElement);
        buttons.at((index + step) % buttons.length)?.focus();
      }}
    >
      {elementKinds.map((kind) => (
        <Tooltip key={kind} text={`Add ${elementWord[kind].toLowerCase()}: click, or drag onto the canvas`}>
          <button
            type="button"
            draggable
            className="canvas-palette-button"
            onClick={() => gestures.add(kind)}
            onDragStart={(event) => {
              event.dataTransfer.setData(draggedKind, kind);
              event.dataTransfer.effectAllowed = 'copy';
            }}
          >
            <ElementIcon kind={kind} />
            <span className="canvas-palette-word">{elementWord[kind]}</span>
          </button>
        </Tooltip>
      ))}
      <span className="canvas-controls-rule" />
      <Tooltip text="Add note: click, or drag onto the canvas. Notes are no part of the procedure.">
        <button
          type="button"
          draggable
          className="canvas-palette-button"
          onClick={() => gestures.notes.add()}
          onDragStart={(event) => {
            event.dataTransfer.setData(draggedKind, 'note');
            event.dataTransfer.effectAllowed = 'copy';
          }}
        >
          <StickyNote aria-hidden size={16} />
          <span className="canvas-palette-word">Note</span>
        </button>
      </Tooltip>
    </div>
  );
}
