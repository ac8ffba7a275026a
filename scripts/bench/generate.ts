// Made-up networks of any size, the same every time for the same seed. Names are syllables, so nobody is real.

/** mulberry32: small, fast, good enough to spread names. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STARTS =
  'Ba Be Bo Ca Da De Do Fa Fe Ga Ha He Jo Ka Ke La Le Lu Ma Me Mi Mo Na Ne Ni Pa Pe Ra Ri Ro Sa Se So Ta Te To Va Ve Vi Wa We Ya Zo Åsa Élo Öza Ñu Łu Šte'.split(
    ' ',
  );
const MIDDLES =
  'ba ben bri da del dra fi ga lan li lo ma mar mi na nel no ra ren ri ro san si ta ten tri va ver za zen'.split(
    ' ',
  );
const ENDS = 'a as e el en er i ia in ina is ka ko la le na ne ni no o on or ra ro s ta to us ya'.split(' ');
const FAMILY_ENDS =
  'berg dahl escu ez feld ić ino kamp lund man mann mura ner ova ovski sen shi ski son stein szky to tti wicz'.split(
    ' ',
  );
const FIELDS =
  'Analytics Aero Bank Bio Cloud Data Design Energy Foods Health Labs Legal Logistics Media Motors Networks Optics Press Robotics Shipping Software Steel Systems Textiles Travel Works'.split(
    ' ',
  );
const TITLES =
  'Engineer,Staff Engineer,Designer,Product Manager,CTO,CEO,Founder,Researcher,Data Scientist,Sales Director,Recruiter,Editor,Consultant,Professor,Nurse,Architect,Accountant,Teacher,Analyst,Student'.split(
    ',',
  );
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export interface MadeUpPerson {
  readonly given: string;
  readonly family: string;
  readonly slug: string;
  readonly email: string;
  readonly org: string;
  readonly title: string;
  readonly connectedOn: string;
}

/** `count` people; common names are common, as in life, and every profile address is different. */
export function people(count: number, seed: number): MadeUpPerson[] {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!; // below length
  const oftenFirst = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() ** 2.2 * items.length)]!; // as above
  const word = (ends: readonly string[]) => pick(STARTS) + (random() < 0.5 ? pick(MIDDLES) : '') + pick(ends);
  const givens = Array.from({ length: 3000 }, () => word(ENDS));
  const families = Array.from({ length: 20_000 }, () => word(FAMILY_ENDS));
  const orgs = Array.from(
    { length: Math.max(50, Math.ceil(count / 12)) },
    () => `${word(ENDS)} ${pick(FIELDS)}`,
  );
  return Array.from({ length: count }, (_, at) => {
    const given = oftenFirst(givens);
    const family = oftenFirst(families);
    const slug = `${given}-${family}-${at.toString(36)}`.toLowerCase();
    return {
      given,
      family: random() < 0.02 ? `${family}, PhD` : family,
      slug,
      email: random() < 0.03 ? `${slug.normalize('NFKD').replaceAll(/[^a-z0-9-]/g, '')}@example.org` : '',
      org: random() < 0.05 ? '' : oftenFirst(orgs),
      title: pick(TITLES),
      connectedOn: `${String(1 + Math.floor(random() * 28)).padStart(2, '0')} ${pick(MONTHS)} ${2008 + Math.floor(random() * 18)}`,
    };
  });
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The file LinkedIn would have given: preamble, header, newest first does not matter. */
export function connectionsCsv(made: readonly MadeUpPerson[]): string {
  const rows = made.map(({ given, family, slug, email, org, title, connectedOn }) =>
    [given, family, `https://www.linkedin.com/in/${encodeURIComponent(slug)}`, email, org, title, connectedOn]
      .map(cell)
      .join(','),
  );
  return [
    'Notes:',
    '"When exporting your connection data, you may notice that some of the email addresses are missing."',
    '',
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    ...rows,
    '',
  ].join('\n');
}
