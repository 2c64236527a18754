import { PenLine, Play } from 'lucide-react';
import { useViewState } from '../session/view-state.ts';
import { SegmentedSwitch } from './segmented-switch.tsx';

export function ModeSwitch() {
  const mode = useViewState(({ mode }) => mode);
  const setMode = useViewState(({ setMode }) => setMode);
  return (
    <SegmentedSwitch
      label="Mode"
      value={mode}
      onChange={setMode}
      options={[
        { value: 'design', word: 'Design', icon: <PenLine aria-hidden /> },
        { value: 'simulate', word: 'Simulate', icon: <Play aria-hidden /> },
      ]}
    />
  );
}
