import { useEffect, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import type { Diagnostic } from '../../../document/diagnostic.ts';
import { useProblems } from '../../session/use-problems.ts';
import { elementWord } from '../../ui/element-kind.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import { currentFlow } from '../drawn-flow.ts';
import { guardrailIdOf, stepIdOf } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';

const delay = 450;

interface Shown {
  readonly key: string;
  readonly left: number;
  readonly top: number;
}

/** What a node has no room for, in full, beside the node that the pointer rests on or that the keyboard is at. */
export function NodeCard({
  canvas,
  flow,
}: {
  readonly canvas: RefObject<HTMLElement | null>;
  readonly flow: Flow;
}) {
  const reported = useProblems();
  const [shown, setShown] = useState<Shown>();

  useEffect(() => {
    const root = canvas.current;
    if (!root) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = (): void => {
      clearTimeout(timer);
      setShown(undefined);
    };
    const consider = (event: Event): void => {
      clearTimeout(timer);
      const node =
        event.target instanceof Element ? event.target.closest('.react-flow__node-element') : undefined;
      if (!node || (event.type === 'focusin' && !node.matches(':focus-visible'))) {
        hide();
        return;
      }
      timer = setTimeout(() => {
        const key = node.getAttribute('data-id') ?? '';
        const element = currentFlow().elements.get(key);
        if (!element || !node.isConnected || !hasMoreToSay(node, element)) return;
        const { left, bottom } = node.getBoundingClientRect();
        setShown({ key, left, top: bottom + 6 });
      }, delay);
    };
    const shows = ['mouseover', 'focusin'];
    const hides = ['mouseleave', 'focusout', 'pointerdown', 'wheel', 'keydown'];
    for (const type of shows) root.addEventListener(type, consider);
    for (const type of hides) root.addEventListener(type, hide, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const type of shows) root.removeEventListener(type, consider);
      for (const type of hides) root.removeEventListener(type, hide);
    };
  }, [canvas]);

  const element = shown && flow.elements.get(shown.key);
  if (!shown || !element) return undefined;
  const left = Math.max(8, Math.min(shown.left, window.innerWidth - 328));
  const fits = shown.top < window.innerHeight - 160;
  return createPortal(
    <div role="tooltip" className="node-card" style={fits ? { left, top: shown.top } : { left, bottom: 8 }}>
      <Content element={element} problems={problemsOf(reported, shown.key)} />
    </div>,
    document.body,
  );
}

function Content({
  element,
  problems,
}: {
  readonly element: CanvasElement;
  readonly problems: readonly string[];
}) {
  const { content, broken } = element;
  return (
    <>
      <p className="text-xs text-muted">
        {elementWord[content.kind]} <code className="font-mono">{content.id}</code>
        {content.note !== undefined && ` · ${content.note}`}
      </p>
      <p className="font-semibold">{content.title}</p>
      {content.substance !== undefined && <p>{content.substance}</p>}
      {content.rows
        .filter((row) => row.detail !== '')
        .map((row) => (
          <p key={row.port ?? 'trigger'}>
            <span className="font-medium">{row.label}</span> <span className="text-muted">{row.detail}</span>
          </p>
        ))}
      {broken !== undefined && <p className="text-error-ink">{broken}</p>}
      {problems
        .filter((problem) => !broken?.includes(problem))
        .map((problem) => (
          <p key={problem} className="text-error-ink">
            {problem}
          </p>
        ))}
    </>
  );
}

function hasMoreToSay(node: Element, { errors, warnings }: CanvasElement): boolean {
  if (errors + warnings > 0 || !node.closest('[data-detail="full"]')) return true;
  const texts =
    '.element-title, .element-substance, .element-row-label, .element-row-detail, .element-broken';
  return [...node.querySelectorAll(texts)].some((text) => text.scrollWidth > text.clientWidth);
}

function problemsOf(reported: readonly Diagnostic[], key: string): readonly string[] {
  const [section, id] =
    stepIdOf(key) === undefined ? ['guardrails', guardrailIdOf(key)] : ['steps', stepIdOf(key)];
  return reported
    .filter(({ path, severity }) => path[0] === section && path[1] === id && severity !== 'info')
    .slice(0, 4)
    .map(({ message }) => message);
}
