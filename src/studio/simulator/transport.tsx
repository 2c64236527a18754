import { Gauge, Locate, Pause, Play, RotateCcw, SkipForward, StepBack, StepForward } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { StepId } from '../../document/model.ts';
import { useBreakpoints, useRehearsalSettings } from '../session/rehearsal-settings.ts';
import { useSession } from '../session/session-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Button } from '../ui/button.tsx';
import { isFocusLost } from '../ui/focus-lost.ts';
import { Menu } from '../ui/menu.tsx';
import { speeds, useRehearsal } from './rehearsal-store.ts';
import {
  canStepBack,
  canStepForward,
  currentRun,
  eventsOf,
  jumpTo,
  runOut,
  stepBack,
  stepForward,
  traceOf,
} from './timeline.ts';

/** Milliseconds between two steps at speed 1: long enough to read a short line. */
const pace = 900;

/** Steps while playing; stops at a breakpoint, and where the run ends or waits for an answer. */
export function usePlaying(): void {
  const breakpoints = useBreakpoints(useSession().id);
  const stopAt = useRehearsal((state) => state.stopAt);
  const playing = useRehearsal((state) => state.playing);
  const timeline = useRehearsal((state) => state.timeline);
  const speed = useRehearsal((state) => state.speed);
  const go = useRehearsal((state) => state.go);
  const pause = useRehearsal((state) => state.pause);
  useEffect(() => {
    if (!playing || !timeline) return undefined;
    if (!canStepForward(timeline)) {
      pause();
      return undefined;
    }
    const timer = setTimeout(() => {
      go(stepForward);
      const stop = breakpointHere(breakpoints);
      if (stop !== undefined) stopAt(stop);
    }, pace / speed);
    return () => clearTimeout(timer);
  }, [playing, timeline, speed, go, pause, stopAt, breakpoints]);
}

/** The step with a breakpoint that the present moment entered. */
function breakpointHere(breakpoints: readonly StepId[]): StepId | undefined {
  const { timeline } = useRehearsal.getState();
  if (!timeline) return undefined;
  const { from, to } = eventsOf(timeline, timeline.at);
  for (const event of traceOf(timeline).slice(from, to)) {
    if (event.type === 'entered' && breakpoints.includes(event.step)) return event.step;
  }
  return undefined;
}

/** `begin` opens a contact while none is: playing is never a choice too early. */
export function Transport({ begin }: { readonly begin: (() => void) | undefined }) {
  const { timeline, playing, speed, go, play, pause, setSpeed } = useRehearsal();
  const forward = timeline === undefined ? begin !== undefined : canStepForward(timeline);
  const ended = timeline !== undefined && currentRun(timeline).status === 'ended';
  const back = timeline !== undefined && canStepBack(timeline);
  const toolbar = useRef<HTMLDivElement>(null);
  // At either end the button that led there is disabled. The focus goes on to Play, unless an answer is asked for.
  useEffect(() => {
    const pressed = document.activeElement;
    if (pressed?.matches(':disabled') !== true || toolbar.current?.contains(pressed) !== true) return;
    requestAnimationFrame(() => {
      if (!isFocusLost()) return;
      const free = [...(toolbar.current?.querySelectorAll('button') ?? [])].filter(
        ({ disabled }) => !disabled,
      );
      (free.find((button) => 'main' in button.dataset) ?? free[0])?.focus();
    });
  });
  return (
    <div ref={toolbar} role="toolbar" aria-label="Playback" className="flex shrink-0 items-center gap-0.5">
      <IconButton
        label="Restart"
        shortcut="Home"
        disabled={!back}
        onClick={() => {
          pause();
          go((now) => jumpTo(now, 0));
        }}
      >
        <RotateCcw aria-hidden />
      </IconButton>
      <IconButton
        label="Step back"
        shortcut="←"
        disabled={!back}
        onClick={() => {
          pause();
          go(stepBack);
        }}
      >
        <StepBack aria-hidden />
      </IconButton>
      {playing ? (
        <Button variant="primary" icon={<Pause aria-hidden />} onClick={pause}>
          Pause
        </Button>
      ) : (
        <Button
          data-main
          variant="primary"
          icon={<Play aria-hidden />}
          disabled={!forward && !ended}
          onClick={() => {
            begin?.();
            play();
          }}
        >
          Play
        </Button>
      )}
      <IconButton
        label="Step"
        shortcut="→"
        disabled={!forward}
        onClick={() => {
          begin?.();
          pause();
          go(stepForward);
        }}
      >
        <StepForward aria-hidden />
      </IconButton>
      <IconButton
        label="To the end"
        shortcut="End"
        disabled={!forward}
        onClick={() => {
          begin?.();
          pause();
          go(runOut);
        }}
      >
        <SkipForward aria-hidden />
      </IconButton>
      <FollowSwitch />
      <Menu
        entries={speeds.map((value) => ({
          label: `${value}×`,
          checked: value === speed,
          onSelect: () => setSpeed(value),
        }))}
      >
        <button
          type="button"
          aria-label={`Speed: ${speed}×`}
          className="inline-flex h-(--control) items-center gap-1 rounded-md px-1.5 text-xs text-muted tabular-nums hover:bg-hover hover:text-ink"
        >
          <Gauge aria-hidden size={14} />
          {speed}×
        </button>
      </Menu>
    </div>
  );
}

/** Whether the canvas goes along with the run; on a small screen they are never seen together. */
function FollowSwitch() {
  const { follows, setFollows } = useRehearsalSettings();
  return (
    <IconButton
      label="Follow the run on the canvas"
      aria-pressed={follows}
      className="max-sm:hidden"
      onClick={() => setFollows(!follows)}
    >
      <Locate aria-hidden />
    </IconButton>
  );
}
