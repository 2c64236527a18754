import { classNames } from './class-names.ts';

const onMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform);

const named: Readonly<Record<string, string>> = {
  mod: onMac ? '⌘' : 'Ctrl',
  shift: onMac ? '⇧' : 'Shift',
  alt: onMac ? '⌥' : 'Alt',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Del',
  space: 'Space',
  plus: '+',
};

/** Keys as people on this system read them; `keys` such as `mod+shift+z`. */
export function Kbd({ keys, onDark = false }: { readonly keys: string; readonly onDark?: boolean }) {
  return (
    <kbd className="inline-flex gap-0.5 font-sans">
      {keys.split('+').map((key) => (
        <span
          key={key}
          className={classNames(
            'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm px-1 text-2xs font-medium',
            onDark ? 'bg-surface/20' : 'border border-line-strong bg-sunken text-muted',
          )}
        >
          {named[key] ?? (/^(?:.|f\d+)$/.test(key) ? key.toUpperCase() : key)}
        </span>
      ))}
    </kbd>
  );
}
