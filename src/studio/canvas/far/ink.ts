import { noteTones } from '../../session/arrangement.ts';
import { elementKinds } from '../parts/element-kinds.ts';
import type { FarNode } from './far-picture.ts';

/** The theme's colours, as a canvas takes them. */
export interface Ink {
  readonly looks: Readonly<Record<FarNode['look'], { readonly line: string; readonly soft: string }>>;
  readonly link: string;
  readonly faded: string;
  readonly tie: string;
  readonly accent: string;
  readonly error: string;
  readonly warning: string;
  readonly text: string;
  readonly canvas: string;
  readonly frame: string;
  readonly font: string;
}

export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const color = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const looks: [FarNode['look'], { line: string; soft: string }][] = [
    ...elementKinds.map((kind): (typeof looks)[number] => [
      kind,
      { line: color(`${kind}-line`), soft: color(`${kind}-soft`) },
    ]),
    ...noteTones.map((tone): (typeof looks)[number] => [
      `note-${tone}`,
      { line: color(`note-${tone}-line`), soft: color(`note-${tone}-soft`) },
    ]),
    ['start', { line: color('line-control'), soft: color('surface') }],
    ['section', { line: color('line-control'), soft: color('raised') }],
    ['frame', { line: color('line-strong'), soft: color('hover') }],
  ];
  return {
    looks: Object.fromEntries(looks) as Ink['looks'],
    link: color('line-control'),
    faded: color('line-strong'),
    tie: color('guardrail-line'),
    accent: color('accent'),
    error: color('error-line'),
    warning: color('warning-line'),
    text: color('ink'),
    canvas: color('canvas'),
    frame: color('hover'),
    font: style.fontFamily,
  };
}
