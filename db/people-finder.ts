// The writer's and the jobs thread's question to the reader, which alone can search: whom does a query find?
import type { MessagePort } from 'node:worker_threads';
import type { DateTime } from '#core/shared/dates.ts';
import type { PeopleFoundMessage, PeopleWantedMessage } from './threads.ts';

export class PeopleFinder {
  readonly #reader: MessagePort;
  readonly #waiting = new Map<number, PromiseWithResolvers<Int32Array>>();
  #calls = 0;

  constructor(reader: MessagePort) {
    this.#reader = reader;
    // The reader says nothing else to the two.
    reader.on('message', (message: PeopleFoundMessage | { readonly kind: string }) => {
      if (isAnswer(message)) this.#take(message);
    });
  }

  /** The keys of everybody whom a query finds, best first. Rejects where the reader could not tell. */
  find(text: string, now: DateTime): Promise<Int32Array> {
    const call = (this.#calls += 1);
    const answer = Promise.withResolvers<Int32Array>();
    this.#waiting.set(call, answer);
    const message: PeopleWantedMessage = { kind: 'people-wanted', call, text, now };
    this.#reader.postMessage(message);
    return answer.promise;
  }

  #take({ call, ids }: PeopleFoundMessage): void {
    const answer = this.#waiting.get(call);
    this.#waiting.delete(call);
    if (ids === undefined) answer?.reject(new Error('the reader could not look for people'));
    else answer?.resolve(ids);
  }
}

const isAnswer = (message: PeopleFoundMessage | { readonly kind: string }): message is PeopleFoundMessage =>
  message.kind === 'people-found';
