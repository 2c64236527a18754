/** Two steps and the way between them. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g
        className="fill-none stroke-on-accent"
        strokeWidth="2.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      >
        <path d="M10 7.5h6l3 3v2l-3 3h-6l-3-3v-2z" />
        <path d="M13 15.5v4a3 3 0 0 0 3 3h2" />
        <rect x="18" y="19" width="8" height="7" rx="3.5" className="fill-on-accent" stroke="none" />
      </g>
    </svg>
  );
}
