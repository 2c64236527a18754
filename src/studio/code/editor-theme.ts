import { monaco } from './monaco.ts';

const themeName = 'sopwright';

/** Rules and colours name the tokens of the page's own theme, so that the editor follows it. */
const tokenRules = [
  ['comment', '--ink-faint', 'italic'],
  ['type', '--accent-ink', ''],
  ['string', '--ink', ''],
  ['number', '--question-ink', ''],
  ['keyword', '--question-ink', ''],
  ['tag', '--guardrail-ink', ''],
  ['namespace', '--guardrail-ink', ''],
  ['operators', '--ink-muted', ''],
  ['delimiter', '--ink-muted', ''],
] as const;

const editorColors = {
  'editor.background': '--surface',
  'editor.foreground': '--ink',
  'editorGutter.background': '--surface',
  'editorLineNumber.foreground': '--ink-faint',
  'editorLineNumber.activeForeground': '--ink',
  'editorCursor.foreground': '--accent-ink',
  'editorIndentGuide.background1': '--line',
  'editorIndentGuide.activeBackground1': '--line-strong',
  'editorBracketMatch.background': '--accent-soft',
  'editorBracketMatch.border': '--line-strong',
  'editorBracketHighlight.foreground1': '--ink-muted',
  'editorBracketHighlight.foreground2': '--ink-muted',
  'editorBracketHighlight.foreground3': '--ink-muted',
  'editorBracketHighlight.unexpectedBracket.foreground': '--error-ink',
  'editorWidget.background': '--raised',
  'editorWidget.foreground': '--ink',
  'editorWidget.border': '--line',
  'editorHoverWidget.background': '--raised',
  'editorHoverWidget.foreground': '--ink',
  'editorHoverWidget.border': '--line',
  'editorSuggestWidget.background': '--raised',
  'editorSuggestWidget.foreground': '--ink',
  'editorSuggestWidget.border': '--line',
  'editorSuggestWidget.selectedBackground': '--accent-soft',
  'editorSuggestWidget.selectedForeground': '--ink',
  'editorSuggestWidget.highlightForeground': '--accent-ink',
  'editorSuggestWidget.focusHighlightForeground': '--accent-ink',
  'editorError.foreground': '--error-line',
  'editorWarning.foreground': '--warning-line',
  'editorInfo.foreground': '--question-line',
  'editorInlayHint.foreground': '--ink-faint',
  'editorStickyScroll.background': '--surface',
  'editorStickyScroll.border': '--line',
  'editorStickyScrollHover.background': '--sunken',
  'quickInput.background': '--raised',
  'quickInput.foreground': '--ink',
  'quickInputList.focusBackground': '--accent-soft',
  'quickInputList.focusForeground': '--ink',
  'pickerGroup.foreground': '--ink-faint',
  'pickerGroup.border': '--line',
  'input.background': '--surface',
  'input.foreground': '--ink',
  'input.border': '--line-control',
  'inputOption.activeBorder': '--accent-ink',
  focusBorder: '--accent-ink',
  'list.hoverBackground': '--sunken',
  'menu.background': '--raised',
  'menu.foreground': '--ink',
  'menu.selectionBackground': '--accent-soft',
  'menu.selectionForeground': '--ink',
  'menu.separatorBackground': '--line',
  'widget.border': '--line',
  'peekView.border': '--line-strong',
  'peekViewEditor.background': '--sunken',
  'peekViewResult.background': '--surface',
  'peekViewTitle.background': '--raised',
  'scrollbar.shadow': '--line',
} as const;

const translucent = {
  'editor.selectionBackground': ['--accent', 0.28],
  'editor.inactiveSelectionBackground': ['--accent', 0.16],
  'editor.lineHighlightBackground': ['--ink', 0.03],
  'editor.lineHighlightBorder': ['--ink', 0],
  'editor.rangeHighlightBackground': ['--accent', 0.1],
  'editor.symbolHighlightBackground': ['--accent', 0.1],
  'editorInlayHint.background': ['--surface', 0],
  'editor.findMatchBackground': ['--warning-line', 0.5],
  'editor.findMatchHighlightBackground': ['--warning-line', 0.25],
  'peekViewEditor.matchHighlightBackground': ['--accent', 0.25],
  'peekViewResult.matchHighlightBackground': ['--accent', 0.25],
  'peekViewResult.selectionBackground': ['--accent', 0.12],
  'widget.shadow': ['--ink', 0.1],
  'scrollbarSlider.background': ['--ink', 0.12],
  'scrollbarSlider.hoverBackground': ['--ink', 0.2],
  'scrollbarSlider.activeBackground': ['--ink', 0.28],
} as const;

/** Gives every editor the page's colours, now and whenever the page changes its theme. Returns what stops that. */
export function followPageTheme(): () => void {
  const root = document.documentElement;
  const paint = () => {
    const styles = getComputedStyle(root);
    const color = (token: string, alpha = 1) => hexOf(styles.getPropertyValue(token), alpha);
    monaco.editor.defineTheme(themeName, {
      base: styles.colorScheme === 'dark' ? 'vs-dark' : 'vs',
      inherit: true,
      rules: tokenRules.map(([token, name, fontStyle]) => ({
        token: `${token}.yaml`,
        foreground: color(name).slice(1),
        fontStyle,
      })),
      colors: {
        ...Object.fromEntries(Object.entries(editorColors).map(([key, token]) => [key, color(token)])),
        ...Object.fromEntries(
          Object.entries(translucent).map(([key, [token, alpha]]) => [key, color(token, alpha)]),
        ),
      },
    });
    monaco.editor.setTheme(themeName);
  };
  paint();
  const observer = new MutationObserver(paint);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

let probe: CanvasRenderingContext2D | undefined;

/** Monaco reads hexadecimal colours only; the tokens are OKLCH. A canvas converts any colour that CSS knows. */
function hexOf(color: string, alpha: number): string {
  if (!probe) {
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    probe = canvas.getContext('2d', { willReadFrequently: true }) ?? undefined;
  }
  if (!probe) return '#808080';
  probe.clearRect(0, 0, 1, 1);
  probe.fillStyle = color;
  probe.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
  const opacity = alpha === 1 ? [] : [Math.round(alpha * 255)];
  return `#${[red, green, blue, ...opacity].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
