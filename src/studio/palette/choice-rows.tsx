import { Command as List } from 'cmdk';
import { Braces, CornerDownLeft } from 'lucide-react';
import type { Command } from '../session/commands.ts';
import { classNames } from '../ui/class-names.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { elementWord } from '../ui/element-kind.ts';
import type { ElementKind } from '../ui/element-kind.ts';
import { itemStyle } from '../ui/floating-style.ts';
import { Kbd } from '../ui/kbd.tsx';
import type { Destination } from './destinations.ts';

const rowStyle = classNames(itemStyle, 'min-h-8 gap-2.5 px-2.5');

export interface CommandRowProps {
  readonly command: Command;
  readonly showsSection: boolean;
  readonly onSelect: () => void;
}

export function CommandRow({ command, showsSection, onSelect }: CommandRowProps) {
  const { title, section, keys, unavailable } = command;
  return (
    <List.Item value={command.id} onSelect={onSelect} className={rowStyle}>
      <span className={classNames('truncate', unavailable !== undefined && 'text-faint')}>{title}</span>
      <span className="ml-auto flex min-w-0 shrink-0 items-center gap-3 pl-4">
        {unavailable !== undefined && (
          <span className="max-w-64 truncate text-xs text-faint">{unavailable}</span>
        )}
        {showsSection && unavailable === undefined && <span className="text-xs text-faint">{section}</span>}
        {keys !== undefined && <Kbd keys={keys} />}
      </span>
    </List.Item>
  );
}

export interface DestinationRowProps {
  readonly destination: Destination;
  readonly onSelect: () => void;
}

export function DestinationRow({ destination, onSelect }: DestinationRowProps) {
  const { id, name, given, kind } = destination;
  return (
    <List.Item value={id} onSelect={onSelect} className={rowStyle}>
      {isElement(kind) ? (
        <ElementIcon kind={kind} />
      ) : (
        <Braces aria-hidden className="size-4 shrink-0 text-faint" />
      )}
      <span className="truncate">{name}</span>
      {name !== given && <span className="truncate font-mono text-xs text-faint">{given}</span>}
      <span className="ml-auto flex shrink-0 items-center gap-1.5 pl-4 text-xs text-faint">
        Go to {isElement(kind) ? elementWord[kind].toLowerCase() : kind}
        <CornerDownLeft aria-hidden className="size-3!" />
      </span>
    </List.Item>
  );
}

function isElement(kind: Destination['kind']): kind is ElementKind {
  return kind in elementWord;
}
