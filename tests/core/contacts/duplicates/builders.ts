import type { LinkageAddress, LinkageRecord } from '#core/contacts/duplicates/model.ts';

type Card = Partial<Omit<LinkageRecord, 'n' | 'adr'>> & {
  readonly given?: string;
  readonly family?: string;
  readonly additional?: string;
  readonly suffix?: string;
  readonly adr?: readonly Partial<LinkageAddress>[];
};

/** A record that says what `card` says and nothing else. */
export function aRecord({
  given = '',
  family = '',
  additional = '',
  suffix = '',
  adr = [],
  ...rest
}: Card): LinkageRecord {
  return {
    id: 1,
    otherNames: [],
    emails: [],
    tels: [],
    profiles: [],
    identifiers: [],
    bday: '',
    org: '',
    title: '',
    connectedOn: '',
    ...rest,
    n: { given, family, additional, prefix: '', suffix },
    adr: adr.map((one) => ({ street: '', extended: '', locality: '', region: '', code: '', ...one })),
  };
}

/** A book in which nothing is rare and nothing common: made-up neighbours for the few who are looked at. */
export function crowd(size: number, from = 1000): LinkageRecord[] {
  const syllables = 'bar cel dor fen gil hul jor kan lim mor nas pel qui ros sut tav vel wox yan zed'.split(
    ' ',
  );
  const word = (n: number) =>
    syllables[n % 20]! + syllables[Math.floor(n / 20) % 20]! + syllables[Math.floor(n / 400) % 20]!;
  return Array.from({ length: size }, (_, at) =>
    aRecord({
      id: from + at,
      given: word(at * 7 + 3),
      family: word(at * 13 + 5),
      org: word(Math.floor(at / 9) + 11),
      emails: [`${word(at * 7 + 3)}.${at}@example.org`],
    }),
  );
}

/** Runs a generator to its end. */
export function finished<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
