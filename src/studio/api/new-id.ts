const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** An id for an address: 12 characters, 60 bits, none that are easily confused. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}
