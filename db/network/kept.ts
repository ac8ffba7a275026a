// The network as the reader keeps it: handed over by the jobs thread, brought up to date before every question.
import type { ContactId } from '#core/contacts/model.ts';
import { withTies } from '#core/network/graph-edits.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import type { Changes } from '#db/history/journal.ts';
import type { NetworkMessage } from '#db/threads.ts';
import { Stays, staysOf, unpackedStays } from './stays.ts';
import { MOST_READ_AGAIN, tiesNow, whoseTiesChanged } from './whole.ts';

/** What was changed since the network was last brought up to date. */
interface Pending {
  readonly contacts: Set<ContactId>;
  readonly orgs: Set<string>;
  readonly events: Set<number>;
}
const nothing = (): Pending => ({ contacts: new Set(), orgs: new Set(), events: new Set() });

export class KeptNetwork {
  readonly #book: ReadBook;
  readonly #askForAnother: () => void;
  readonly #hurry: () => void;
  #coming = Promise.withResolvers<void>();
  #graph: NetworkGraph | undefined;
  #stays = new Stays();
  #day = '';
  #pending = nothing();
  /** How often everything has changed or another network was asked for; a network built before the last is old. */
  #version = 0;

  /** `askForAnother` is to have the jobs thread build the network anew, `hurry` the one that is to come anyway. */
  constructor(
    book: ReadBook,
    { askForAnother, hurry }: { readonly askForAnother: () => void; readonly hurry: () => void },
  ) {
    this.#book = book;
    this.#askForAnother = askForAnother;
    this.#hurry = hurry;
  }

  /** The network with every change heard of so far. Waits for one that is being built. */
  async at(now: DateTime): Promise<NetworkGraph> {
    // Closeness fades with time: one of yesterday may hold what is no longer so.
    const isOld = this.#day < now.slice(0, 10) || this.#pending.contacts.size > MOST_READ_AGAIN;
    if (this.#graph !== undefined && isOld) {
      this.#startOver();
      this.#askForAnother();
    }
    // Everything may change once more while one waits.
    while (this.#graph === undefined) {
      this.#hurry();
      await this.#coming.promise;
    }
    return this.#upToDate(this.#graph, now);
  }

  /** Notes what a transaction changed; after bulk work the jobs thread, which hears the same, builds the network anew. */
  heard({ contacts, orgs, events }: Changes): void {
    if (contacts === 'all') return this.#startOver();
    for (const id of contacts) this.#pending.contacts.add(id);
    for (const org of orgs) this.#pending.orgs.add(org);
    for (const event of events) this.#pending.events.add(event);
  }

  /** When people were where, as of the last network that was asked for. */
  get stays(): Stays {
    return this.#stays;
  }

  adopt({ graph, stays, version, day }: NetworkMessage): void {
    if (version < this.#version) return;
    this.#graph = graph;
    this.#stays = Stays.of(unpackedStays(stays));
    this.#day = day;
    this.#coming.resolve();
  }

  #startOver(): void {
    this.#version += 1;
    this.#pending = nothing();
    if (this.#graph !== undefined) this.#coming = Promise.withResolvers<void>();
    this.#graph = undefined;
  }

  #upToDate(graph: NetworkGraph, now: DateTime): NetworkGraph {
    const { contacts, orgs, events } = this.#pending;
    if (contacts.size === 0) return graph;
    const stays = this.#stays;
    // Where they were before and where they are now: either may be at the limit.
    const touched = new Set(orgs);
    const where = () => [...contacts].forEach((id) => stays.orgsOf(id).forEach((org) => touched.add(org)));
    where();
    stays.replace(contacts, staysOf(this.#book, [...contacts]));
    where();
    const changes = { contacts: [...contacts], orgs: [...touched], events: [...events] };
    const ids = whoseTiesChanged(this.#book, changes, stays);
    this.#pending = nothing();
    this.#graph = withTies(graph, tiesNow(this.#book, ids, now, stays));
    return this.#graph;
  }
}
