/** The heads that links end in; the style sheet chooses one by the link's state. */
export function ArrowHeads() {
  return (
    <svg className="arrow-heads" aria-hidden width="0" height="0">
      <defs>
        {['plain', 'accent', 'faded'].map((tone) => (
          <marker
            key={tone}
            id={`arrow-${tone}`}
            data-tone={tone}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="10"
            markerHeight="10"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M1 1 9 5 1 9Z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
