// The picture as a file for another program: SVG to look at, GraphML to work with.

export interface FiledPerson {
  readonly id: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
  /** What is told of them: level of the owner's tie, how they met, their community. */
  readonly level: string;
  readonly how: string;
  readonly community: number;
}

export interface FiledTie {
  readonly source: number;
  readonly target: number;
  readonly level: string;
  readonly isLikely: boolean;
}

export interface FiledPicture {
  readonly people: readonly FiledPerson[];
  /** By the ids of their people. */
  readonly ties: readonly FiledTie[];
}

/** Names of more people than this would cover each other; they are there as titles all the same. */
const MOST_NAMED = 150;

/** An SVG 1.1 document. Colours are any CSS colours. */
export function pictureAsSvg(
  { people, ties }: FiledPicture,
  { ink, tie, paper }: { readonly ink: string; readonly tie: string; readonly paper: string },
): string {
  const at = new Map(people.map((person) => [person.id, person]));
  const [left, right] = extent(people.map(({ x }) => x));
  const [top, bottom] = extent(people.map(({ y }) => y));
  const box = [left - 40, top - 40, right - left + 80, bottom - top + 80].map(rounded);
  const lines = ties.flatMap(({ source, target, isLikely }) => {
    const [one, other] = [at.get(source), at.get(target)];
    if (one === undefined || other === undefined) return [];
    const dash = isLikely ? ' stroke-dasharray="4 3"' : '';
    return `<path d="M${rounded(one.x)} ${rounded(one.y)}L${rounded(other.x)} ${rounded(other.y)}"${dash}/>`;
  });
  const circles = people.map(
    ({ x, y, radius, colour, name }) =>
      `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(radius)}" fill="${xml(colour)}"><title>${xml(name)}</title></circle>`,
  );
  const named = people.toSorted((a, b) => b.radius - a.radius || a.id - b.id).slice(0, MOST_NAMED);
  const words = named.map(
    ({ x, y, radius, name }) => `<text x="${rounded(x)}" y="${rounded(y + radius + 8)}">${xml(name)}</text>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}">`,
    `<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="${xml(paper)}"/>`,
    `<g stroke="${xml(tie)}" stroke-width="0.5" fill="none">`,
    ...lines,
    '</g>',
    `<g stroke="${xml(paper)}" stroke-width="0.6">`,
    ...circles,
    '</g>',
    `<g fill="${xml(ink)}" font-family="sans-serif" font-size="7" text-anchor="middle">`,
    ...words,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const KEYS = [
  ['name', 'node', 'string'],
  ['level', 'node', 'string'],
  ['how', 'node', 'string'],
  ['community', 'node', 'int'],
  ['x', 'node', 'double'],
  ['y', 'node', 'double'],
  ['tie', 'edge', 'string'],
  ['likely', 'edge', 'boolean'],
] as const;

/** A GraphML document (graphml.graphdrawing.org 1.0): undirected, attributes under the names above. */
export function pictureAsGraphml({ people, ties }: FiledPicture): string {
  const data = (key: (typeof KEYS)[number][0], value: string | number | boolean): string =>
    `<data key="${key}">${xml(String(value))}</data>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(([id, on, type]) => `<key id="${id}" for="${on}" attr.name="${id}" attr.type="${type}"/>`),
    '<graph edgedefault="undirected">',
    ...people.map(
      (person) =>
        `<node id="p${person.id}">${data('name', person.name)}${data('level', person.level)}${data('how', person.how)}${data('community', person.community)}${data('x', rounded(person.x))}${data('y', rounded(person.y))}</node>`,
    ),
    ...ties.map(
      ({ source, target, level, isLikely }) =>
        `<edge source="p${source}" target="p${target}">${data('tie', level)}${data('likely', isLikely)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function extent(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? [0, 0] : [low, high];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text of an XML 1.0 document (§2.2): what may not stand in one at all is left out, halves of letters included. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter]!);
