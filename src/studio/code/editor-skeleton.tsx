const lines = [38, 24, 46, 0, 18, 52, 44, 60, 36, 1, 22, 48, 56, 30, 42];

/** What stands in the panel until the editor has loaded: its gutter and some grey lines. */
export function EditorSkeleton() {
  return (
    <output aria-label="Loading the editor" className="block h-full overflow-hidden bg-surface py-2">
      {lines.map((width) => (
        <span key={width} className="flex h-5 items-center gap-4 pl-4" aria-hidden="true">
          <span className="h-2 w-3 rounded-sm bg-sunken" />
          <span className="h-2 rounded-sm bg-sunken" style={{ width: `${width}%` }} />
        </span>
      ))}
    </output>
  );
}
