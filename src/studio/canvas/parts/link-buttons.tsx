import { ViewportPortal } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { ask, useCanvasState } from '../canvas-state.ts';
import type { Flow } from '../flow-from-document.ts';
import { middleOf } from '../routing/route-path.ts';

/** On the link under the pointer, or the selected one: a button that inserts a step. */
export function LinkButtons({ flow }: { readonly flow: Flow }) {
  const hovered = useCanvasState((state) => state.hoveredLink);
  const selected = useCanvasState((state) => state.selectedLink);
  const key = hovered ?? selected;
  const edge = flow.picture.edges.find((each) => each.id === key);
  if (edge?.type !== 'link' || !edge.data || edge.data.connection.joined !== undefined) return undefined;
  const { connection, points } = edge.data;
  const { x, y } = middleOf(points);
  return (
    <ViewportPortal>
      <button
        type="button"
        tabIndex={-1}
        className="link-insert nopan nodrag"
        style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
        aria-label={`Insert a step on the link to ${connection.target.slice('step:'.length)}`}
        onMouseEnter={() => useCanvasState.setState({ hoveredLink: key })}
        onMouseLeave={() => useCanvasState.setState({ hoveredLink: undefined })}
        onClick={(event) => {
          event.stopPropagation();
          ask({ for: 'kind', link: connection.link });
        }}
      >
        <Plus aria-hidden size={14} />
      </button>
    </ViewportPortal>
  );
}
