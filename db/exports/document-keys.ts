// How records of our own JSON are named within one document, and what is left out of them.

export const personKey = (id: number): string => `p${id}`;
export const eventKey = (id: number): string => `e${id}`;

/** Left out where there is nothing to say. */
export const said = <Key extends string, Value>(key: Key, value: Value | null | '') =>
  value === null || value === '' ? {} : ({ [key]: value } as Record<Key, Value>); // the one key given
