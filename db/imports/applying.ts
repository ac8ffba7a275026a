// What every record of a batch is applied with: the book, the rows on their way into it, and who the records are.
import { ContactId } from '#core/contacts/model.ts';
import type { ItemAction } from '#core/imports/model.ts';
import type { EventAt, PersonAt } from '#core/imports/planned.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { OpenBook } from '#db/book.ts';
import { standingId } from '#db/contacts/queries.ts';
import type { Recorder } from '#db/history/journal.ts';
import { usualChoice } from './choices.ts';
import type { Choice } from './choices.ts';
import { NewPeople } from './new-people.ts';
import { itemFinder } from './plan-rows.ts';
import type { ReadyPeople } from './ready-people.ts';
import { Unwanted } from './unwanted.ts';

/** Records that point at each other in a ring point at nobody. */
const MOST_HOPS = 10;

const isMaker = (action: ItemAction): boolean => action === 'create' || action === 'review';

interface Batch {
  readonly batchId: number;
  readonly now: DateTime;
  readonly choices: ReadonlyMap<number, Choice>;
  /** Those of its people whose rows are ready. */
  readonly ready: ReadyPeople | undefined;
}

export class Applying {
  readonly book: Recorder;
  readonly batchId: number;
  readonly now: DateTime;
  readonly choices: ReadonlyMap<number, Choice>;
  readonly newPeople: NewPeople;
  readonly ready: ReadyPeople | undefined;
  readonly unwanted: Unwanted;
  /** Records the owner has joined with somebody: done when everybody new is in the book. */
  readonly joins: (() => void)[] = [];
  /** Introductions that records of this batch have made. */
  readonly introductions = new Set<number>();
  /** Who the records of this batch turned out to be, by place; nobody for those that were left out. */
  readonly #people: (ContactId | undefined)[] = [];
  /** The events that records of this batch have made, by place. */
  readonly #events = new Map<number, number>();
  readonly #find: ReturnType<typeof itemFinder>;
  #lastContactId: number;

  constructor({ sqlite }: OpenBook, book: Recorder, { batchId, now, choices, ready }: Batch) {
    this.choices = choices;
    this.ready = ready;
    this.#find = itemFinder(book, batchId);
    this.book = book;
    this.batchId = batchId;
    this.now = now;
    this.unwanted = new Unwanted(book, batchId);
    this.newPeople = new NewPeople(sqlite, { now, batch: batchId });
    this.#lastContactId = Number(
      // A key is never given twice, not even that of somebody who is gone.
      book
        .statement("select coalesce((select seq from sqlite_sequence where name = 'contact'), 0)")
        .pluck()
        .get(),
    );
  }

  get lastContactId(): number {
    return this.#lastContactId;
  }

  nextContactId(): ContactId {
    return ContactId.parse((this.#lastContactId += 1));
  }

  /** Adds those whose rows are ready, and says after some of them how many that were; before anybody else is added. */
  *addReady(): Generator<number> {
    if (this.ready === undefined) return;
    const before = this.#lastContactId;
    this.#lastContactId += this.ready.count;
    yield* this.ready.add(before, { now: this.now, batch: this.batchId });
  }

  /** Remembers who the record at this place is. */
  isPerson(at: number, id: ContactId): void {
    this.#people[at] = id;
  }

  /** Remembers which event the record at this place has made. */
  isEvent(at: number, id: number): void {
    this.#events.set(at, id);
  }

  /** The event a plan speaks of; undefined where its record was left out or the owner has removed it since. */
  eventAt(event: EventAt): number | undefined {
    if ('item' in event) return this.#events.get(event.item);
    const there = this.book.statement('select id from event where id = ?').pluck().get(event.eventId);
    return typeof there === 'number' ? there : undefined;
  }

  /** The person a plan speaks of, as they are known today; undefined when their record was left out. */
  personAt(person: PersonAt): ContactId | undefined {
    if ('contactId' in person) return standingId(this.book, person.contactId);
    const { item } = person;
    return this.#made(item) ?? this.#personBehind(item);
  }

  /** Who the record at this place has turned out to be so far. */
  #made(at: number): ContactId | undefined {
    return this.#people[at] ?? this.ready?.idAt(at);
  }

  /** Whom a record that has not been applied yet is about; whoever is made by one has been made before all else. */
  #personBehind(at: number, hops = 0): ContactId | undefined {
    const found = this.#find(at);
    if (found === undefined || isMaker(found.action) || hops > MOST_HOPS) return undefined;
    const { item, action } = found;
    if ((this.choices.get(at)?.choice ?? usualChoice(action, item)) === 'skip') return undefined;
    if (item.id !== undefined) return standingId(this.book, ContactId.parse(item.id));
    return item.into === undefined
      ? undefined
      : (this.#made(item.into) ?? this.#personBehind(item.into, hops + 1));
  }
}
