import { useState } from 'react';
import { useDocument } from '../session/session-context.tsx';
import { useFollowedSelection } from '../session/use-followed-selection.ts';
import { NarrowLayout } from './narrow-layout.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TopBar } from './top-bar.tsx';
import { useAddress } from './use-address.ts';
import { useMedia } from './use-media.ts';
import { useStudioKeys } from './use-studio-keys.ts';
import { useTakeOut } from './use-take-out.ts';
import { useTitle } from './use-title.ts';
import { WideLayout } from './wide-layout.tsx';

/** The studio on one open procedure. */
export function StudioWindow() {
  const [showsKeys, setShowsKeys] = useState(false);
  const isNarrow = useMedia('(max-width: 767px)');
  const title = useDocument().procedure.title;
  const { exportYaml } = useTakeOut();
  useTitle(title === '' ? 'Untitled procedure' : title);
  useAddress();
  useFollowedSelection();
  useStudioKeys({ showKeys: () => setShowsKeys(true), exportYaml });
  return (
    <div className="flex h-full flex-col overflow-hidden">
      <TopBar isNarrow={isNarrow} onShowKeys={() => setShowsKeys(true)} />
      <PanelBoundary name="The studio" onExport={exportYaml}>
        {isNarrow ? <NarrowLayout /> : <WideLayout />}
      </PanelBoundary>
      <ShortcutsDialog open={showsKeys} onOpenChange={setShowsKeys} />
    </div>
  );
}
