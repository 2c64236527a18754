import { Code } from 'lucide-react';
import { useViewState } from '../session/view-state.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { elementColor, elementWord, type ElementKind } from '../ui/element-kind.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { classNames } from '../ui/class-names.ts';

export interface ElementHeaderProps {
  readonly kind: ElementKind;
  /** Its title, else its id. */
  readonly name: string;
  readonly path: readonly string[];
}

export function ElementHeader({ kind, name, path }: ElementHeaderProps) {
  const show = useViewState((state) => state.show);
  const setDock = useViewState((state) => state.setDock);
  return (
    <header className="sticky top-0 z-20 flex items-center gap-2.5 border-b border-line bg-surface py-2 pr-2 pl-4">
      <ElementIcon kind={kind} size={20} />
      <div className="min-w-0 flex-1">
        <p className={classNames('text-xs font-semibold', elementColor[kind].ink)}>{elementWord[kind]}</p>
        <h2 className="truncate text-lg font-semibold" title={name}>
          {name}
        </h2>
      </div>
      <IconButton
        label="Show in the text"
        onClick={() => {
          setDock('code');
          show({ path }, 'inspector');
        }}
      >
        <Code aria-hidden />
      </IconButton>
    </header>
  );
}
