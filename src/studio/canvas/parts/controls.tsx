import { useStore } from '@xyflow/react';
import { Link2, LayoutDashboard, Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { TiesShown } from '../flow-from-document.ts';
import { showTies } from '../gestures/canvas-keys.ts';
import type { ViewportControl } from '../viewport.ts';

export interface ControlsProps {
  readonly viewport: ViewportControl;
  readonly ties: TiesShown;
  readonly hasTies: boolean;
  readonly fit: () => void;
  /** Undefined where the canvas is there to look at. */
  readonly tidy: (() => void) | undefined;
}

const tieChoices: readonly { readonly shown: TiesShown; readonly label: string }[] = [
  { shown: 'all', label: 'All ties' },
  { shown: 'selected', label: 'Ties of the selection' },
  { shown: 'none', label: 'No ties' },
];

export function Controls({ viewport, ties, hasTies, fit, tidy }: ControlsProps) {
  return (
    <div role="toolbar" aria-label="View" className="canvas-controls nokey">
      <IconButton label="Zoom out" shortcut="-" onClick={() => viewport.zoomBy(0.8)}>
        <Minus aria-hidden />
      </IconButton>
      <ZoomLevel reset={() => viewport.zoomTo(1)} />
      <IconButton label="Zoom in" shortcut="plus" onClick={() => viewport.zoomBy(1.25)}>
        <Plus aria-hidden />
      </IconButton>
      <IconButton label="Fit to window" shortcut="1" onClick={fit}>
        <Maximize aria-hidden />
      </IconButton>
      {(tidy || hasTies) && <span className="canvas-controls-rule" />}
      {tidy && (
        <IconButton label="Tidy layout" onClick={tidy}>
          <LayoutDashboard aria-hidden />
        </IconButton>
      )}
      {hasTies && (
        <Menu
          align="start"
          entries={tieChoices.map(({ shown, label }) => ({
            label,
            checked: shown === ties,
            onSelect: () => showTies(shown),
          }))}
        >
          <IconButton label="Guardrail ties">
            <Link2 aria-hidden />
          </IconButton>
        </Menu>
      )}
    </div>
  );
}

function ZoomLevel({ reset }: { readonly reset: () => void }) {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <button
      type="button"
      className="canvas-zoom"
      aria-label={`Zoom ${percent} %, back to 100 %`}
      onClick={reset}
    >
      {percent} %
    </button>
  );
}
