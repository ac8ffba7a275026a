// The reader: answers windows from a read-only connection and keeps six things in memory: the search index of the
// whole book, its facets, its network, when anybody was met, who in it may be one person, and once asked the owner's
// connections.
import { receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Topic } from '#api/book.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { applyEdits } from '#core/contacts/search-index.ts';
import type { SearchIndex } from '#core/contacts/search-index.ts';
import type { FacetIndex } from '#core/contacts/search/facet-index.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { OpenBook } from './book.ts';
import { searchDocs } from './contacts/search.ts';
import { KeptFacets } from './contacts/search-kept.ts';
import { Suggestions } from './duplicates/suggestions.ts';
import { KeptConnections } from './invitations/kept-connections.ts';
import type { Audit } from './invitations/kept-connections.ts';
import { KeptMeetings } from './network/kept-meetings.ts';
import { KeptNetwork } from './network/kept.ts';
import type { Stays } from './network/stays.ts';
import type { Meetings } from '#core/network/meetings.ts';
import type {
  ChangedMessage,
  DuplicatesMessage,
  FacetsAwaitedMessage,
  FacetsMessage,
  FacetsWantedMessage,
  IndexMessage,
  NetworkAwaitedMessage,
  NetworkMessage,
  NetworkWantedMessage,
  PeopleFoundMessage,
  PeopleWantedMessage,
  ReplayingMessage,
} from './threads.ts';

type FromJobs = IndexMessage | FacetsMessage | NetworkMessage | DuplicatesMessage | PeopleWantedMessage;
type FromWriter = ChangedMessage | PeopleWantedMessage | ReplayingMessage;
/** Looks for people as a window's search does; given from outside, because searching asks this thread in turn. */
type Find = (reader: ReaderThread, text: string, now: DateTime) => Promise<Int32Array>;

export class ReaderThread {
  readonly book: OpenBook;
  readonly isDemo: boolean;
  readonly suggestions = new Suggestions();
  readonly #writer: MessagePort;
  readonly #watchers = new Set<(topics: readonly Topic[]) => void>();
  readonly #replayWatchers = new Set<(far: ReplayingMessage) => void>();
  #index = Promise.withResolvers<SearchIndex>();
  #hasIndex = false;
  #pending = new Set<ContactId>();
  readonly #network: KeptNetwork;
  readonly #facets: KeptFacets;
  readonly #connections: KeptConnections;
  readonly #meetings: KeptMeetings;
  readonly #find: Find;
  readonly #wake: () => void;

  /** `wake` is called when somebody waits for what the jobs thread knows, which may not have started yet. */
  constructor(
    { book, isDemo, wake }: { readonly book: OpenBook; readonly isDemo: boolean; readonly wake: () => void },
    { writer, jobs }: { readonly writer: MessagePort; readonly jobs: MessagePort },
    find: Find,
  ) {
    this.book = book;
    this.#connections = new KeptConnections(book);
    this.isDemo = isDemo;
    this.#wake = wake;
    this.#writer = writer;
    this.#find = find;
    writer.on('message', (message: FromWriter) => this.#heard(message));
    jobs.on('message', (message: FromJobs) => {
      if (message.kind === 'people-wanted') void this.#answer(message, jobs);
      else this.#given(message);
    });
    // It may not have started yet.
    const hurry = (message: NetworkAwaitedMessage | FacetsAwaitedMessage) => {
      wake();
      jobs.postMessage(message);
    };
    const wanted: NetworkWantedMessage = { kind: 'network-wanted' };
    const awaited: NetworkAwaitedMessage = { kind: 'network-awaited' };
    this.#network = new KeptNetwork(book, {
      askForAnother: () => jobs.postMessage(wanted),
      hurry: () => hurry(awaited),
    });
    this.#meetings = new KeptMeetings(book);
    const facetsAwaited: FacetsAwaitedMessage = { kind: 'facets-awaited' };
    this.#facets = new KeptFacets(book, {
      another: (asked) => jobs.postMessage({ kind: 'facets-wanted', asked } satisfies FacetsWantedMessage),
      hurry: () => hurry(facetsAwaited),
    });
  }

  /** The search index with every change that was committed before this question was asked. */
  async index(): Promise<SearchIndex> {
    this.#hearAll();
    if (!this.#hasIndex) this.#wake();
    const index = await this.#index.promise;
    if (this.#pending.size === 0) return index;
    const edited = applyEdits(index, this.#edits([...this.#pending]));
    this.#pending.clear();
    this.#index = Promise.withResolvers<SearchIndex>();
    this.#index.resolve(edited);
    return edited;
  }

  /** Who has which value of which facet, with every change that was committed before this question was asked. */
  facets(): Promise<FacetIndex> {
    this.#hearAll();
    return this.#facets.now();
  }

  /** The network of the whole book with every change that was committed before this question was asked. */
  network(now: DateTime): Promise<NetworkGraph> {
    this.#hearAll();
    return this.#network.at(now);
  }

  /** When people were at which organisation, as the network that was answered last has it. */
  stays(): Stays {
    return this.#network.stays;
  }

  /** The owner's connections with every change that was committed before this question was asked. */
  async connections(now: DateTime, owner: ContactId | undefined): Promise<Audit> {
    const graph = await this.network(now);
    this.#hearAll();
    return this.#connections.at(graph, owner);
  }

  /** Whom the owner met when, with every change that was committed before this question was asked. */
  meetings(): Meetings {
    this.#hearAll();
    return this.#meetings.now();
  }

  /** Calls back with the topics of every change until the answer is called. */
  watch(listener: (topics: readonly Topic[]) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  /** Calls back with how far a deed about many is undone or done again, until the answer is called. */
  watchReplaying(listener: (far: ReplayingMessage) => void): () => void {
    this.#replayWatchers.add(listener);
    return () => this.#replayWatchers.delete(listener);
  }

  /**
   * A window that has just heard its command succeed must find the result: the news of the commit is already in the
   * port, perhaps not yet delivered.
   */
  #hearAll(): void {
    for (let next = receiveMessageOnPort(this.#writer); next; next = receiveMessageOnPort(this.#writer)) {
      this.#heard(next.message as FromWriter); // the writer posts nothing else
    }
  }

  #heard(message: FromWriter): void {
    if (message.kind === 'people-wanted') void this.#answer(message, this.#writer);
    else if (message.kind === 'replaying') for (const listener of this.#replayWatchers) listener(message);
    else this.#changed(message);
  }

  async #answer({ call, text, now }: PeopleWantedMessage, port: MessagePort): Promise<void> {
    const ids = await this.#find(this, text, now).catch(() => undefined);
    const message: PeopleFoundMessage = { kind: 'people-found', call, ids };
    port.postMessage(message);
  }

  #changed(message: ChangedMessage): void {
    const { topics, contacts } = message;
    this.#network.heard(message);
    this.#facets.heard(message);
    this.#connections.heard(message);
    this.#meetings.heard(message);
    if (contacts === 'all') {
      // The jobs thread has heard the same and is building a new one.
      if (this.#hasIndex) this.#index = Promise.withResolvers<SearchIndex>();
      this.#hasIndex = false;
      this.#pending.clear();
      this.suggestions.expectAll();
    } else {
      for (const id of contacts) this.#pending.add(id);
    }
    this.#tell(topics);
  }

  #tell(topics: readonly Topic[]): void {
    for (const listener of this.#watchers) listener(topics);
  }

  #given(message: Exclude<FromJobs, PeopleWantedMessage>): void {
    if (message.kind === 'index') this.#adopt(message);
    else if (message.kind === 'facets') {
      // What it is newer or older than may still be in the port.
      this.#hearAll();
      this.#facets.adopt(message);
    } else if (message.kind === 'network') {
      // What it is older than may still be in the port.
      this.#hearAll();
      this.#network.adopt(message);
    } else if (this.suggestions.take(message)) this.#tell(['duplicates']);
  }

  #adopt({ index }: IndexMessage): void {
    if (this.#hasIndex) this.#index = Promise.withResolvers<SearchIndex>();
    this.#hasIndex = true;
    this.#index.resolve(index);
  }

  #edits(ids: readonly ContactId[]) {
    const changed = searchDocs(this.book, ids);
    const found = new Set(changed.map((doc) => doc.id));
    return { changed, removed: ids.filter((id) => !found.has(id)) };
  }
}
