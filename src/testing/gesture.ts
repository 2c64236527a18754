import type { Link } from '../document/operations/link.ts';
import type { Plain } from './plain-procedure.ts';

type Slot = string | number;
export type NameSection = 'facts' | 'derived' | 'parameters' | 'actions';

/** What a person asks for, as data: the plans and the oracle are given the same. */
export type Gesture =
  | {
      readonly do: 'add-step';
      readonly kind: string;
      readonly id?: string;
      readonly title?: string;
      readonly fields?: Record<string, Plain>;
    }
  | {
      readonly do: 'insert-step';
      readonly link: Link;
      readonly kind: string;
      readonly id?: string;
      readonly fields?: Record<string, Plain>;
    }
  | {
      readonly do: 'delete';
      readonly keys: readonly string[];
      readonly mode: 'remove-references' | 'reconnect';
    }
  | { readonly do: 'rename-step'; readonly id: string; readonly next: string }
  | { readonly do: 'rename-guardrail'; readonly id: string; readonly next: string }
  | {
      readonly do: 'rename-name';
      readonly section: NameSection;
      readonly name: string;
      readonly next: string;
    }
  | { readonly do: 'set-field'; readonly path: readonly Slot[]; readonly value: Plain | undefined }
  | { readonly do: 'connect'; readonly link: Link; readonly target: string }
  | { readonly do: 'disconnect'; readonly link: Link }
  | {
      readonly do: 'add-branch';
      readonly id: string;
      readonly branch: { when: string; label?: string; next?: string };
      readonly index?: number;
    }
  | { readonly do: 'delete-branch'; readonly id: string; readonly index: number }
  | { readonly do: 'move-branch'; readonly id: string; readonly from: number; readonly to: number }
  | { readonly do: 'add-column'; readonly id: string; readonly column: string; readonly index?: number }
  | { readonly do: 'delete-column'; readonly id: string; readonly index: number }
  | { readonly do: 'move-column'; readonly id: string; readonly from: number; readonly to: number }
  | {
      readonly do: 'set-cell';
      readonly id: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
      /** What is written for the text. */
      readonly value: Plain;
    }
  | {
      readonly do: 'add-item';
      readonly path: readonly Slot[];
      readonly value: Plain;
      readonly index?: number;
    }
  | { readonly do: 'delete-item'; readonly path: readonly Slot[]; readonly index: number }
  | { readonly do: 'move-item'; readonly path: readonly Slot[]; readonly from: number; readonly to: number }
  | { readonly do: 'add-guardrail'; readonly id?: string; readonly fields: Record<string, Plain> }
  | { readonly do: 'tie'; readonly id: string; readonly target: string; readonly how: 'before' | 'appliesTo' }
  | { readonly do: 'untie'; readonly id: string; readonly target: string }
  | { readonly do: 'duplicate'; readonly keys: readonly string[] }
  | {
      readonly do: 'add-declaration';
      readonly section: NameSection;
      readonly name: string;
      readonly value: Plain;
    }
  | { readonly do: 'delete-declaration'; readonly section: NameSection; readonly name: string };
