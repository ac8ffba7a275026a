// The same few people and names fill most letters and events: what was worked out for one is remembered for a while.

const MOST_KNOWN = 5000;
const LONGEST_KEY = 500;

/** The function with a small memory for texts; it must answer the same each time. */
export function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (text.length > LONGEST_KEY) return work(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = work(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, result);
    return result;
  };
}
