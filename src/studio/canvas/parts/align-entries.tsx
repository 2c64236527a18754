import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { MenuEntry } from '../../ui/menu.tsx';
import type { Alignment, Direction } from '../gestures/align.ts';
import type { CanvasGestures } from '../gestures/canvas-gestures.ts';

interface AlignChoice {
  readonly how: Alignment;
  readonly title: string;
  readonly keys: string;
  readonly icon: ReactNode;
}

export const alignChoices: readonly AlignChoice[] = [
  { how: 'left', title: 'Align left', keys: 'alt+a', icon: <AlignStartVertical aria-hidden /> },
  { how: 'centre', title: 'Align centres', keys: 'alt+h', icon: <AlignCenterVertical aria-hidden /> },
  { how: 'right', title: 'Align right', keys: 'alt+d', icon: <AlignEndVertical aria-hidden /> },
  { how: 'top', title: 'Align top', keys: 'alt+w', icon: <AlignStartHorizontal aria-hidden /> },
  { how: 'middle', title: 'Align middles', keys: 'alt+v', icon: <AlignCenterHorizontal aria-hidden /> },
  { how: 'bottom', title: 'Align bottom', keys: 'alt+s', icon: <AlignEndHorizontal aria-hidden /> },
];

interface DistributeChoice {
  readonly direction: Direction;
  readonly title: string;
  readonly keys: string;
  readonly icon: ReactNode;
}

export const distributeChoices: readonly DistributeChoice[] = [
  {
    direction: 'across',
    title: 'Distribute across',
    keys: 'alt+shift+h',
    icon: <AlignHorizontalDistributeCenter aria-hidden />,
  },
  {
    direction: 'down',
    title: 'Distribute down',
    keys: 'alt+shift+v',
    icon: <AlignVerticalDistributeCenter aria-hidden />,
  },
];

/** For several that are selected. */
export function alignEntries(gestures: CanvasGestures, tidy: () => void): readonly MenuEntry[] {
  return [
    ...alignChoices.map(({ how, title, keys, icon }) => ({
      label: title,
      shortcut: keys,
      icon,
      onSelect: () => gestures.arrange.align(how),
    })),
    { kind: 'separator' as const },
    ...distributeChoices.map(({ direction, title, keys, icon }) => ({
      label: title,
      shortcut: keys,
      icon,
      onSelect: () => gestures.arrange.distribute(direction),
    })),
    { kind: 'separator' as const },
    { label: 'Tidy selection', shortcut: 'shift+t', onSelect: tidy },
  ];
}
