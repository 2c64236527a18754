import { Handle, Position as Side, type NodeProps } from '@xyflow/react';
import { CircleAlert, Plus, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { ElementIcon } from '../../ui/element-icon.tsx';
import { elementWord } from '../../ui/element-kind.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import type { ContentRow } from '../element-content.ts';
import { inPort, tiedPort, tiePort } from '../flow-nodes.ts';
import type { ElementNode as ElementNodeType } from '../flow-types.ts';
import { useGestures } from '../gestures/gestures-context.ts';
import { BreakpointMark } from './breakpoint-mark.tsx';
import { DecisionOutline } from './decision-outline.tsx';
import { OpenCalled } from './open-called.tsx';
import { RenameInput } from './rename-input.tsx';

/** One step or guardrail. Its measures come from `shapeOf`; the style sheet keeps to them. */
export const ElementNode = memo(function ElementNode({ data }: NodeProps<ElementNodeType>) {
  const { element, light, renaming, found, tieable } = data;
  const { content, shape, broken } = element;
  return (
    <div
      className="element"
      data-kind={content.kind}
      data-light={light}
      data-found={found || undefined}
      data-broken={broken !== undefined || undefined}
    >
      <BreakpointMark elementKey={element.key} />
      {content.kind === 'decision' && <DecisionOutline width={shape.width} height={shape.height} />}
      <div className="element-head">
        <div className="element-eyebrow">
          <ElementIcon kind={content.kind} size={14} />
          <span className="element-word">{elementWord[content.kind]}</span>
          {broken === undefined ? (
            content.note !== undefined && <span className="element-note">{content.note}</span>
          ) : (
            <span className="element-broken">{broken}</span>
          )}
          <Problems element={element} />
          {content.kind === 'decision' && <AddBranch id={content.id} />}
          {content.callee !== undefined && <OpenCalled callee={content.callee} step={content.id} />}
        </div>
        {renaming ? (
          <RenameInput elementKey={element.key} id={content.id} />
        ) : (
          <div className="element-title">{content.title}</div>
        )}
        {content.substance !== undefined && (
          <div className="element-substance" data-unwritten={content.unwritten || undefined}>
            {content.substance}
          </div>
        )}
      </div>
      {content.rows.map((row, index) => (
        <Row key={row.port ?? 'trigger'} row={row} branch={row.tone === 'branch' ? index : undefined} />
      ))}
      <Ports element={element} tieable={tieable} />
    </div>
  );
});

function Row({ row, branch }: { readonly row: ContentRow; readonly branch: number | undefined }) {
  return (
    <div className="element-row" data-tone={row.tone} data-branch={branch}>
      <span className="element-row-label">{row.label}</span>
      {row.detail !== '' && <span className="element-row-detail">{row.detail}</span>}
    </div>
  );
}

function Ports({ element, tieable }: { readonly element: CanvasElement; readonly tieable: boolean }) {
  const { shape, content } = element;
  if (content.kind === 'guardrail') {
    return <Handle id={tiePort} type="source" position={Side.Bottom} className="port port-tie" />;
  }
  return (
    <>
      <Handle
        id={inPort}
        type="target"
        position={Side.Left}
        className="port port-in"
        style={{ top: shape.inY }}
      />
      {tieable && <Handle id={tiedPort} type="target" position={Side.Top} className="port port-tied" />}
      {shape.ports.map(({ id, y }) => (
        <Handle
          key={id}
          id={id}
          type="source"
          position={Side.Right}
          className="port port-out"
          style={{ top: y }}
        />
      ))}
    </>
  );
}

function Problems({ element: { errors, warnings } }: { readonly element: CanvasElement }) {
  if (errors === 0 && warnings === 0) return undefined;
  return (
    <span className="element-problems">
      {errors > 0 && (
        <span className="element-problem" data-severity="error">
          <CircleAlert aria-hidden size={12} />
          {errors}
        </span>
      )}
      {warnings > 0 && (
        <span className="element-problem" data-severity="warning">
          <TriangleAlert aria-hidden size={12} />
          {warnings}
        </span>
      )}
    </span>
  );
}

function AddBranch({ id }: { readonly id: string }) {
  const gestures = useGestures();
  return (
    <button
      type="button"
      tabIndex={-1}
      className="element-tool nodrag"
      aria-label={`Add branch to ${id}`}
      title="Add branch"
      onClick={(event) => {
        event.stopPropagation();
        gestures.addBranch(id);
      }}
    >
      <Plus aria-hidden size={14} />
    </button>
  );
}
