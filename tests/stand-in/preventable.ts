// Electron's event objects, and emitting one that a listener may refuse.
import type { EventEmitter } from 'node:events';

export interface Preventable {
  defaultPrevented: boolean;
  preventDefault: () => void;
}

/** An event object with the given members. */
export function preventable<Members extends object>(members: Members): Members & Preventable {
  const event = {
    ...members,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

/** Emits an event object with members, and `words` after it; answers whether every listener let it pass. */
export function allowed(
  emitter: EventEmitter,
  name: string,
  members: object = {},
  words: readonly unknown[] = [],
): boolean {
  const event = preventable(members);
  emitter.emit(name, event, ...words);
  return !event.defaultPrevented;
}
