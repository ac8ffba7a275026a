// One line of the tables of people.

export interface PersonRow {
  readonly key: string;
  readonly given?: string;
  readonly family?: string;
  readonly title: string;
  readonly org?: string;
  /** Where their e-mail address is; absent: we have none. */
  readonly domain?: string;
  /** The address itself, where it is not the key's. */
  readonly email?: string;
  /** Connected on LinkedIn so many days ago. */
  readonly connected?: number;
}
