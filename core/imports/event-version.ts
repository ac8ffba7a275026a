// Which of several states of one event a record shows, and which of two is the newer.
/** Which state of an event a calendar shows (RFC 5546 §2.1.4). */
export interface EventVersion {
  /** SEQUENCE; 0 where it is not said. */
  readonly sequence: number;
  /** LAST-MODIFIED, else DTSTAMP: `20260301T100000Z`; empty where neither is said. */
  readonly stamp: string;
  /** It comes again: its first day is not all of its days. */
  readonly isSeries?: true;
  /** STATUS:CANCELLED. */
  readonly isCancelled?: true;
}

/** RFC 5546 §2.1.4: the higher SEQUENCE, then the later stamp. What says neither is newer than nothing. */
export const isNewerVersion = (one: EventVersion, than: EventVersion | undefined): boolean => {
  const sequence = one.sequence - (than?.sequence ?? 0);
  return sequence === 0 ? one.stamp > (than?.stamp ?? '') : sequence > 0;
};
