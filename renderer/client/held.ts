// What is shown while something else is still coming that belongs beside it.
import { useState } from 'react';

/** `value`, or what it was when nothing was coming last: parts of one list change together. `value` is the same object for as long as it says the same. */
export function useHeld<Value>(value: Value, isComing: boolean): Value {
  const [held, hold] = useState(value);
  if (!isComing && !Object.is(held, value)) hold(value);
  return isComing ? held : value;
}
