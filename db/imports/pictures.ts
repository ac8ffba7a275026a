// Photographs of an import on the disk while it is read and planned: a folder of cards with pictures is as large as its
// pictures, and planning only asks whether two of them are one.
import { propertyKey } from '#core/contacts/identity.ts';
import type { ContactDraft, DraftProperty, ParsedEntry } from '#core/imports/model.ts';
import { Spool } from './spool.ts';

/** Shorter ones are addresses, and cost less in memory than a place on the disk. */
const SHORTEST = 1000;

interface Place {
  readonly at: number;
  readonly length: number;
}

const isLarge = ({ name, value }: DraftProperty): boolean => name === 'PHOTO' && value.length >= SHORTEST;

/** The pictures of one import, each kept once. Call `remove` in the end. */
export class Pictures {
  readonly #folder: string;
  readonly #places = new Map<string, Place>();
  #spool: Spool | undefined;
  #end = 0;

  /** `folder`: see `spoolFolderOf`; nothing is made before there is a picture. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The entry with the `propertyKey` of every large picture in its place, which planning takes for the picture. Nothing
   * of what it answers holds on to the text it was read from. Throws the system's errors when the disk is full.
   */
  parted(parsed: ParsedEntry): ParsedEntry {
    if (!parsed.contacts.some(({ properties }) => properties.some(isLarge))) return parsed;
    // A copy, because words cut out of a text keep all of it in memory, pictures included.
    return structuredClone({ ...parsed, contacts: parsed.contacts.map((draft) => this.#draft(draft)) });
  }

  #draft(draft: ContactDraft): ContactDraft {
    if (!draft.properties.some(isLarge)) return draft;
    const put = (property: DraftProperty) =>
      isLarge(property) ? { ...property, value: this.#put(property.value) } : property;
    return { ...draft, properties: draft.properties.map(put) };
  }

  #put(value: string): string {
    const key = propertyKey('PHOTO', value);
    if (this.#places.has(key)) return key;
    const bytes = Buffer.from(value);
    this.#spool ??= new Spool(this.#folder);
    this.#spool.write(this.#end, bytes);
    this.#places.set(key, { at: this.#end, length: bytes.length });
    this.#end += bytes.length;
    return key;
  }

  /** The picture that a value of a PHOTO stands for; every other value as it is. */
  readonly whole = (value: string): string => {
    const place = this.#places.get(value);
    if (place === undefined || this.#spool === undefined) return value;
    return Buffer.from(this.#spool.read(place.at, place.length)).toString();
  };

  remove(): void {
    this.#spool?.remove();
    this.#spool = undefined;
  }
}
