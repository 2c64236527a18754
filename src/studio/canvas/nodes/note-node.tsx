import type { NodeProps } from '@xyflow/react';
import { memo, useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Position } from '../../session/procedure-session.ts';
import { focusSoon, useCanvasState } from '../canvas-state.ts';
import { noteIdOf } from '../element-key.ts';
import type { NoteNode as NoteNodeType } from '../flow-types.ts';
import { useGestures } from '../gestures/gestures-context.ts';
import { currentZoom } from '../viewport.ts';

/** A sticker: double click or Enter to write, the corner to resize. */
export const NoteNode = memo(function NoteNode({ id, data }: NodeProps<NoteNodeType>) {
  const { note, editing } = data;
  const [size, setSize] = useState<Position>();
  return (
    <div className="note" data-tone={note.tone} style={size ? { width: size.x, height: size.y } : undefined}>
      {editing ? (
        <NoteText noteKey={id} text={note.text} />
      ) : (
        <div className="note-text" data-empty={note.text === '' || undefined}>
          {note.text === '' ? 'Empty note' : note.text}
        </div>
      )}
      <Corner noteKey={id} width={note.width} height={note.height} resizing={setSize} />
    </div>
  );
});

function NoteText({ noteKey, text }: { readonly noteKey: string; readonly text: string }) {
  const gestures = useGestures();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.select();
  }, []);
  const leave = (keepFocus: boolean): void => {
    if (useCanvasState.getState().renaming !== noteKey) return;
    useCanvasState.setState({ renaming: undefined });
    gestures.notes.write(noteIdOf(noteKey) ?? '', area.current?.value ?? text);
    if (keepFocus) focusSoon(noteKey);
  };
  return (
    <textarea
      ref={area}
      className="note-area nodrag nopan nowheel nokey"
      aria-label="Text of the note"
      defaultValue={text}
      onBlur={() => leave(false)}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (done) leave(true);
      }}
    />
  );
}

function Corner({
  noteKey,
  width,
  height,
  resizing,
}: {
  readonly noteKey: string;
  readonly width: number;
  readonly height: number;
  readonly resizing: (size: Position | undefined) => void;
}) {
  const gestures = useGestures();
  const from = useRef<Position>(undefined);
  const sizeAt = (event: PointerEvent): Position | undefined => {
    if (!from.current) return undefined;
    const zoom = currentZoom(event.currentTarget);
    return {
      x: Math.max(96, width + (event.clientX - from.current.x) / zoom),
      y: Math.max(48, height + (event.clientY - from.current.y) / zoom),
    };
  };
  return (
    <span
      className="note-corner nodrag nopan"
      aria-hidden
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={(event) => resizing(sizeAt(event))}
      onPointerUp={(event) => {
        const size = sizeAt(event);
        from.current = undefined;
        resizing(undefined);
        if (size) gestures.notes.resize(noteIdOf(noteKey) ?? '', size.x, size.y);
      }}
    />
  );
}
