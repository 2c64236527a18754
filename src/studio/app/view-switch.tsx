import { BookOpenText, Workflow } from 'lucide-react';
import { useViewState } from '../session/view-state.ts';
import { SegmentedSwitch } from './segmented-switch.tsx';

/** The centre as a picture or as a text to read. */
export function ViewSwitch() {
  const view = useViewState(({ view }) => view);
  const setView = useViewState(({ setView }) => setView);
  return (
    <SegmentedSwitch
      label="View"
      value={view}
      onChange={setView}
      options={[
        { value: 'canvas', word: 'Canvas', icon: <Workflow aria-hidden /> },
        { value: 'read', word: 'Read', icon: <BookOpenText aria-hidden /> },
      ]}
    />
  );
}
