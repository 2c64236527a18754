import type { Page } from '@playwright/test';

/** One thing that assistive technology is told of. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly children: readonly Heard[];
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

/** The page's accessibility tree, as the browser hands it to screen readers. */
export async function accessibleTree(page: Page): Promise<Heard> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
    readonly nodes: readonly AxNode[];
  };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard = (id: string): readonly Heard[] => {
    const node = byId.get(id);
    if (node === undefined || node.role?.value === 'InlineTextBox') return [];
    const children = (node.childIds ?? []).flatMap(heard);
    if (node.ignored) return children;
    return [{ role: node.role?.value ?? '', name: node.name?.value ?? '', children }];
  };
  return { role: 'page', name: '', children: heard(nodes[0]?.nodeId ?? '') };
}

/** Its words, as they are read out. */
export function wordsOf({ role, name, children }: Heard): string {
  if (role === 'ListMarker') return '';
  return role === 'StaticText' ? name : children.map(wordsOf).join('');
}

export function findAll(heard: Heard, role: string): readonly Heard[] {
  const own = heard.role === role ? [heard] : [];
  return [...own, ...heard.children.flatMap((child) => findAll(child, role))];
}
