import { useEffect, useMemo, useRef } from 'react';
import { useCommands } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { useRehearsal } from './rehearsal-store.ts';
import { jumpTo, runOut, stepBack, stepForward } from './timeline.ts';

const moves = [
  { id: 'step', title: 'Step forward', keys: 'right', move: stepForward },
  { id: 'back', title: 'Step back', keys: 'left', move: stepBack },
  { id: 'start', title: 'Back to the beginning', keys: 'Home', move: toStart },
  { id: 'end', title: 'To the end', keys: 'End', move: runOut },
] as const;
const keywords = ['rehearse', 'run'];

/** What the transport can do. Its keys are heard within the simulator. `begin` opens a contact while none is. */
export function useSimulatorCommands(begin: (() => void) | undefined): void {
  const { play, pause, go } = useRehearsal();
  const playing = useRehearsal((state) => state.playing);
  const cannot = useRehearsal((state) => state.timeline === undefined) && begin === undefined;
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  useCommands(
    useMemo((): readonly Command[] => {
      const unavailable = cannot ? 'Choose a contact first' : undefined;
      return [
        {
          id: 'simulator.play',
          title: playing ? 'Pause' : 'Play',
          section: 'Simulator',
          keys: 'space',
          keywords,
          unavailable,
          run: () => {
            latest.current?.();
            if (playing) pause();
            else play();
          },
        },
        ...moves.map(({ move, id, title, keys }): Command => ({
          id: `simulator.${id}`,
          title,
          section: 'Simulator',
          keys,
          keywords,
          unavailable,
          run: () => {
            latest.current?.();
            pause();
            go(move);
          },
        })),
      ];
    }, [cannot, playing, play, pause, go]),
  );
}

function toStart(timeline: Parameters<typeof jumpTo>[0]): ReturnType<typeof jumpTo> {
  return jumpTo(timeline, 0);
}
