import { Handle, Position as Side, type NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight, CircleAlert } from 'lucide-react';
import { memo } from 'react';
import { focusSoon, useCanvasState } from '../canvas-state.ts';
import { sectionIdOf } from '../element-key.ts';
import { inPort, tiedPort } from '../flow-nodes.ts';
import type { SectionNode as SectionNodeType } from '../flow-types.ts';
import { useGestures } from '../gestures/gestures-context.ts';
import { sectionShape } from '../sections/section-boxes.ts';
import { TitleInput } from './title-input.tsx';

/** A frame around its members, or one node in their place. */
export const SectionNode = memo(function SectionNode({ id, data }: NodeProps<SectionNodeType>) {
  const { box, errors, renaming } = data;
  const gestures = useGestures();
  const section = sectionIdOf(id) ?? '';
  const finish = (title: string | undefined, keepFocus: boolean): void => {
    useCanvasState.setState({ renaming: undefined });
    if (title) gestures.sections.rename(section, title);
    if (keepFocus) focusSoon(id);
  };
  return (
    <div className="section" data-collapsed={box.collapsed || undefined}>
      <div className="section-head">
        <button
          type="button"
          tabIndex={-1}
          className="section-toggle nodrag"
          aria-label={`${box.collapsed ? 'Expand' : 'Collapse'} section ${box.title}`}
          aria-expanded={!box.collapsed}
          onClick={(event) => {
            event.stopPropagation();
            gestures.sections.toggle(section);
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          {box.collapsed ? <ChevronRight aria-hidden size={14} /> : <ChevronDown aria-hidden size={14} />}
        </button>
        {renaming ? (
          <TitleInput label={`New name of section ${box.title}`} value={box.title} finish={finish} />
        ) : (
          <span className="section-title">{box.title}</span>
        )}
        {errors > 0 && (
          <span className="element-problem" data-severity="error">
            <CircleAlert aria-hidden size={12} />
            {errors}
          </span>
        )}
        <span className="section-count">{box.members.length}</span>
      </div>
      {box.collapsed && (
        <>
          <Handle
            id={inPort}
            type="target"
            position={Side.Left}
            className="port port-in"
            style={{ top: sectionShape.inY }}
            isConnectable={false}
          />
          <Handle
            id={tiedPort}
            type="target"
            position={Side.Top}
            className="port port-tied"
            isConnectable={false}
          />
          <Handle
            id="joined"
            type="source"
            position={Side.Right}
            className="port port-joined"
            style={{ top: sectionShape.inY }}
            isConnectable={false}
          />
        </>
      )}
    </div>
  );
});
