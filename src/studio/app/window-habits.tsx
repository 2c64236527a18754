import { useDocument } from '../session/session-context.tsx';
import { useFollowedSelection } from '../session/use-followed-selection.ts';
import { useAddress } from './use-address.ts';
import { useStudioCommands } from './use-studio-commands.ts';
import { useStudioKeys } from './use-studio-keys.ts';
import { useTitle } from './use-title.ts';
import { useWayCommands } from './use-way-commands.ts';

/** What the window does and shows nothing of. Apart from the window, so that a keystroke does not render that anew. */
export function WindowHabits() {
  const { title } = useDocument().procedure;
  useTitle(title === '' ? 'Untitled procedure' : title);
  useAddress();
  useFollowedSelection();
  useStudioCommands();
  useWayCommands();
  useStudioKeys();
  return null;
}
