import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../document/parse.ts';
import type { SopDocument } from '../../document/document.ts';
import type { Position } from '../session/procedure-session.ts';
import { noHighlight } from '../session/view-state.ts';
import { FlowProjection, type FlowInput } from './flow-from-document.ts';

const text = `sop: 1
id: refunds
title: Refunds
facts:
  order.total: { type: number, unit: USD, source: orders.get }
  sure: { type: boolean, source: conversation }
actions:
  orders.refund: { input: {}, effect: write }
start: check
steps:
  check:
    kind: decision
    branches:
      - { when: order.total > 100, label: Large, next: person }
      - { when: order.total > 50, next: ask }
    otherwise: refund
  ask: { kind: question, ask: Are you sure?, collects: [sure], next: refund }
  refund: { kind: action, call: orders.refund, next: done, onError: person }
  person: { kind: escalation, queue: tier-2, triggers: [{ when: order.total > 1000, category: safety }] }
  done: { kind: end, outcome: refunded }
guardrails:
  yes-first: { confirm: sure, before: [orders.refund] }
`;

const keys = ['step:check', 'step:ask', 'step:refund', 'step:person', 'step:done', 'guardrail:yes-first'];
const positions = new Map<string, Position>(
  keys.map((key, index) => [key, { x: index * 320, y: index * 40 }]),
);

const noGhosts: FlowInput['ghosts'] = new Map();
const nothing: readonly string[] = [];
const noNotes: FlowInput['notes'] = new Map();
const noSections: FlowInput['sections'] = new Map();

function input(document: SopDocument, changes: Partial<FlowInput> = {}): FlowInput {
  return {
    document,
    ghosts: noGhosts,
    problems: document.diagnostics,
    positions,
    notes: noNotes,
    sections: noSections,
    dragged: new Map(),
    found: nothing,
    sight: { seen: undefined, far: false },
    hovered: undefined,
    selection: nothing,
    highlight: noHighlight,
    tabStop: 'step:check',
    renaming: undefined,
    selectedLink: undefined,
    ties: 'all',
    ...changes,
  };
}

function changedIds(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  const known = new Map(before.map((each) => [each.id, each]));
  return after.filter((each) => known.get(each.id) !== each).map((each) => each.id);
}

describe('the canvas as a projection', () => {
  test('draws each step and guardrail, the start marker, the links and the ties', () => {
    const { nodes, edges } = new FlowProjection().flow(input(parseDocument(text)));
    expect(nodes.map((node) => node.id)).toEqual(['start', ...keys]);
    expect(edges.map((edge) => [edge.source, edge.sourceHandle, edge.target])).toEqual([
      ['guardrail:yes-first', 'tie', 'step:refund'],
      ['start', 'next', 'step:check'],
      ['step:check', 'branch:0', 'step:person'],
      ['step:check', 'branch:1', 'step:ask'],
      ['step:check', 'otherwise', 'step:refund'],
      ['step:ask', 'next', 'step:refund'],
      ['step:refund', 'next', 'step:done'],
      ['step:refund', 'onError', 'step:person'],
    ]);
  });

  test('names each node by kind and id, and says the rest in its description', () => {
    const { nodes } = new FlowProjection().flow(input(parseDocument(text)));
    const check = nodes.find((node) => node.id === 'step:check');
    expect(check?.ariaLabel).toBe('Decision check');
    expect(check?.domAttributes?.['aria-description']).toContain('2 branches');
  });

  test('shows branches in their order, by label and sentence', () => {
    const { elements } = new FlowProjection().flow(input(parseDocument(text)));
    const rows = elements.get('step:check')!.content.rows;
    expect(rows.map((row) => row.port)).toEqual(['branch:0', 'branch:1', 'otherwise']);
    expect(rows[0]).toMatchObject({ label: 'Large', detail: 'order.total is more than 100 USD' });
    expect(rows[1]).toMatchObject({ label: 'order.total is more than 50 USD', detail: '' });
    expect(elements.get('step:person')!.content.rows[0]!.detail).toBe(
      'when order.total is more than 1000 USD',
    );
  });

  test('makes one new node for a keystroke in one step', () => {
    const projection = new FlowProjection();
    const before = parseDocument(text);
    const first = projection.flow(input(before));
    const after = parseDocument(text.replace('Are you sure?', 'Are you really sure?'), before);
    const second = projection.flow(input(after));
    expect(changedIds(first.nodes, second.nodes)).toEqual(['step:ask']);
    expect(changedIds(first.edges, second.edges)).toEqual([]);
  });

  test('makes nothing new when nothing changed', () => {
    const projection = new FlowProjection();
    const document = parseDocument(text);
    const first = projection.flow(input(document));
    const second = projection.flow(input(document));
    expect(changedIds(first.nodes, second.nodes)).toEqual([]);
    expect(second.edges).toBe(first.edges);
  });

  test('moves only what is dragged, and no edge is made anew while it is', () => {
    const projection = new FlowProjection();
    const document = parseDocument(text);
    const first = projection.flow(input(document));
    const dragged = new Map([['step:done', { x: 5, y: 5 }]]);
    const second = projection.flow(input(document, { dragged }));
    expect(changedIds(first.nodes, second.nodes)).toEqual(['step:done']);
    expect(second.edges).toBe(first.edges);
    expect(second.rects.get('step:done')).toEqual(first.rects.get('step:done'));
  });

  test('selecting makes new what is selected and what no longer is', () => {
    const projection = new FlowProjection();
    const document = parseDocument(text);
    const first = projection.flow(input(document, { selection: ['step:ask'] }));
    const second = projection.flow(input(document, { selection: ['step:done'] }));
    expect(changedIds(first.nodes, second.nodes)).toEqual(['step:ask', 'step:done']);
  });

  test('keeps a broken step as it last was, with the line that broke it', () => {
    const projection = new FlowProjection();
    const good = parseDocument(text);
    projection.flow(input(good));
    const ghost = good.procedure.steps.get('ask')!;
    const broken = parseDocument(text.replace('Are you sure?, collects', '[Are you sure?, collects'), good);
    expect(broken.wellFormed).toBe(false);
    const { elements, edges } = projection.flow(input(broken, { ghosts: new Map([['step:ask', ghost]]) }));
    expect(elements.get('step:ask')!.content.substance).toBe('Are you sure?');
    expect(elements.get('step:ask')!.broken).toMatch(/^Line 17: /);
    expect(edges.some((edge) => edge.source === 'step:ask' && edge.target === 'step:refund')).toBe(true);
  });

  test('shows the ties of what is selected when there are many', () => {
    const projection = new FlowProjection();
    const document = parseDocument(text);
    const tied = (selection: string[]) =>
      projection
        .flow(input(document, { ties: 'selected', selection }))
        .edges.some((edge) => edge.type === 'tie');
    expect(tied([])).toBe(false);
    expect(tied(['step:refund'])).toBe(true);
    expect(tied(['guardrail:yes-first'])).toBe(true);
  });
});
