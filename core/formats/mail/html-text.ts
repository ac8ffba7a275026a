// The words of an HTML part, and the addresses it links to; nothing is ever rendered or fetched.

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['zwnj', ''],
  ['zwj', ''],
  ['shy', ''],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['middot', '·'],
  ['copy', '©'],
  ...Array.from('àâäáãåçèéêëìíîïñòóôöõøùúûüýÿß').map((letter) => [entityOf(letter), letter] as const),
  ...Array.from('ÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜÝ').map((letter) => [entityOf(letter), letter] as const),
]);

/** The name HTML has for a letter with an accent: `eacute`, `Uuml`. */
function entityOf(letter: string): string {
  if (letter === 'ß') return 'szlig';
  const [base = '', accent = ''] = letter.normalize('NFD');
  const names = new Map([
    ['\u0300', 'grave'],
    ['\u0301', 'acute'],
    ['\u0302', 'circ'],
    ['\u0303', 'tilde'],
    ['\u0308', 'uml'],
    ['\u030a', 'ring'],
    ['\u0327', 'cedil'],
  ]);
  return accent === '' ? `${letter === 'Ø' ? 'O' : 'o'}slash` : `${base}${names.get(accent) ?? ''}`;
}

/** Character references of a text resolved (the common names, all numbers); others stay as written. */
export function withoutEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

const BLOCKS = new Set(
  'address article blockquote br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tbody td th tr ul'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['head', 'script', 'style', 'title', 'template', 'noscript']);

export interface HtmlText {
  /** One line for each block, blank ones left out, white space collapsed. */
  readonly text: string;
  /** The values of `href`, in order. */
  readonly links: readonly string[];
}

/** The words of an HTML text, with the addresses it links to. Total and linear: what is no tag stays text. */
export function htmlText(html: string): HtmlText {
  const page: Page = { html, pieces: [], links: [], unclosed: new Set() };
  const { pieces, links } = page;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    pieces.push(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    at = afterTag(page, open);
  }
  const lines = withoutEntities(pieces.join('').replace(/[\t\r\u200b\u200c\ufeff\u00ad]|\u034f/g, ' '))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  return { text: lines.join('\n'), links };
}

const TAG = /^<(\/?)([a-z][a-z0-9]{0,15})(?=[\s/>])/i;
const HREF = /\bhref\s{0,5}=\s{0,5}(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s"'>]{1,4000}))/i;

interface Page {
  readonly html: string;
  readonly pieces: string[];
  readonly links: string[];
  /** Names of elements known not to be closed further on: they are not searched for again and again. */
  readonly unclosed: Set<string>;
}

/** Where the text goes on behind the tag or comment at `open`. */
function afterTag(page: Page, open: number): number {
  const { html, pieces, links } = page;
  if (html.startsWith('<!--', open)) return endOf(html, '-->', open);
  const [, slash, rawName = ''] = TAG.exec(html.slice(open, open + 20)) ?? [];
  const name = rawName.toLowerCase();
  if (name === '') {
    // `<!doctype …>` and `<?xml …?>` are tags too; a lone sign is text.
    if (/^<[!?]/.test(html.slice(open, open + 2))) return endOf(html, '>', open);
    pieces.push('<');
    return open + 1;
  }
  const end = endOf(html, '>', open);
  if (UNSEEN.has(name) && slash === '') return endOf(html, '>', closing(page, name, end));
  if (BLOCKS.has(name)) pieces.push('\n');
  if (name === 'a') addLink(links, html.slice(open, Math.min(end, open + 5000)));
  return end;
}

function addLink(links: string[], tag: string): void {
  const [, double, single, bare] = HREF.exec(tag) ?? [];
  const link = double ?? single ?? bare;
  if (link !== undefined && links.length < 1000) links.push(withoutEntities(link));
}

/** Behind the next `sign`; the end of the text when there is none. */
function endOf(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
}

/** Where an element that is not shown is closed; right here when it never is, so that a broken one costs only itself. */
function closing({ html, unclosed }: Page, name: string, from: number): number {
  if (unclosed.has(name)) return from - 1;
  const pattern = new RegExp(`</${name}[\\s>]`, 'gi');
  pattern.lastIndex = from;
  const match = pattern.exec(html);
  if (!match) unclosed.add(name);
  return match ? match.index : from - 1;
}

/** Whether a text that should be plain is HTML: calendars and mailers put it there. */
export const looksLikeHtml = (text: string) =>
  /<(?:\/?(?:p|br|div|span|html|body|b|i|u|ul|ol|li|table|strong|em|h[1-6])\s{0,3}\/?>|a\s{1,5}href|!doctype|(?:p|div|span|html|body|table|font|br)\s)/i.test(
    text,
  );
