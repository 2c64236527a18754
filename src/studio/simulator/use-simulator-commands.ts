import { useEffect, useMemo, useRef } from 'react';
import { useCommands } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { useRehearsal } from './rehearsal-store.ts';
import { jumpTo, runOut, stepBack, stepForward } from './timeline.ts';

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
      const none = cannot ? { unavailable: 'Choose a contact first' } : {};
      const move = (id: string, title: string, keys: string, run: () => void): Command => ({
        id: `simulator.${id}`,
        title,
        section: 'Simulator',
        keys,
        keywords: ['rehearse', 'run'],
        ...none,
        run,
      });
      const going = (step: Parameters<typeof go>[0]) => () => {
        latest.current?.();
        pause();
        go(step);
      };
      return [
        move('play', playing ? 'Pause' : 'Play', 'space', () => {
          latest.current?.();
          if (playing) pause();
          else play();
        }),
        move('step', 'Step forward', 'right', going(stepForward)),
        move('back', 'Step back', 'left', going(stepBack)),
        move(
          'start',
          'Back to the beginning',
          'Home',
          going((timeline) => jumpTo(timeline, 0)),
        ),
        move('end', 'To the end', 'End', going(runOut)),
      ];
    }, [cannot, playing, play, pause, go]),
  );
}
