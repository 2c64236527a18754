/** A diagnostic's message: what stands between backticks is text of the document. */
export function MessageText({ message }: { readonly message: string }) {
  return message.split('`').map((part, index) =>
    index % 2 === 1 ? (
      // The parts of one message stay where they are.
      // oxlint-disable-next-line react/no-array-index-key
      <code key={`${index} ${part}`} className="font-mono text-[0.95em]">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
