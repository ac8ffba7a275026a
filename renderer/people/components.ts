// The parts of a vCard value that has several: `N`, `ADR`, and texts kept as their source wrote them.

const PIECE = /\\[^]|[;,\\]|[^\\;,]+/g;

function unescaped(piece: string): string {
  if (piece === ',') return ', ';
  if (piece.length !== 2 || !piece.startsWith('\\')) return piece;
  const letter = piece.charAt(1);
  return letter === 'n' || letter === 'N' ? '\n' : letter;
}

/** The components of a structured value, escapes undone (RFC 6350 §3.4); values of one component joined by a comma. */
export function componentsOf(value: string): string[] {
  const parts = [''];
  for (const [piece] of value.matchAll(PIECE)) {
    if (piece === ';') parts.push('');
    else parts[parts.length - 1] += unescaped(piece);
  }
  return parts.map((part) => part.trim());
}

/** A plain text with its escapes undone: `\n` is a line break, `\,` a comma. */
export const plainText = (value: string): string =>
  value.replace(/\\([^])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter));
