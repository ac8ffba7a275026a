// What is dear to make and often not needed: made when first asked for, and kept.

/** Makes a value when it is first asked for; every later answer is the same one. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
