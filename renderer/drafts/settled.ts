// What is typed, a moment after the last key.
import { useEffect, useState } from 'react';

/** Long enough not to ask at every key, short enough to be seen while one thinks. */
const PAUSE = 300;

/** A text once it has not changed for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
