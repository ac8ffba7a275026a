// The screens there are to look at, and how to get to each from anywhere.
import type { Page } from '@playwright/test';
import type { Verdict } from '#core/invitations/model.ts';

export interface Screen {
  readonly name: string;
  /** Goes there; answers false where the book has nothing to show on it. */
  readonly open: (page: Page) => Promise<boolean>;
}

async function goTo(page: Page, hash: string): Promise<boolean> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `#/${hash}`);
  await page.locator('section, article, form, h1, h2').first().waitFor();
  return true;
}

const at = (hash: string) => (page: Page) => goTo(page, hash);

/** The row of a section's list with this text, or the first one; in a narrow window the list is left for it. */
const rowOf =
  (section: string, text = '') =>
  async (page: Page): Promise<boolean> => {
    const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
    await page.setViewportSize({ width: Math.max(width, 1000), height: Math.max(height, 900) });
    await goTo(page, section);
    const list = page.getByRole('listbox').first();
    const row = list.getByRole('option').filter({ hasText: text }).first();
    const found = await row.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (found) {
      await row.click();
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    }
    await page.setViewportSize({ width, height });
    return found;
  };

/** Asks the network for somebody. */
const wayTo =
  (typed: string, text: string | RegExp = '') =>
  async (page: Page) => {
    await goTo(page, 'network');
    await page.getByRole('combobox', { name: 'A person or an organisation' }).fill(typed);
    const offer = page.getByRole('option').filter({ hasText: text }).first();
    const found = await offer.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (!found) return false;
    await offer.click();
    await page
      .getByRole('region', { name: /^Ways to / })
      .or(page.getByText('No verified path yet'))
      .first()
      .waitFor();
    return true;
  };

/** Somebody who is not in the book, at a company that is, and whose name is much like another. */
const stranger = async (page: Page): Promise<boolean> => {
  await goTo(page, 'network?name=Kwame+Boatengo&org=Harbour+Labs');
  await page.getByRole('article', { name: 'What to do' }).waitFor();
  return true;
};

/** The network drawn, once it stands still. */
const drawn = async (page: Page): Promise<boolean> => {
  await goTo(page, 'network/picture');
  await page
    .getByRole('status')
    .filter({ hasText: /^[\d,]+ ties?$/ })
    .waitFor();
  return true;
};

/** The review, beside its list where the window is wide enough. */
const duplicates = async (page: Page): Promise<boolean> => {
  await goTo(page, 'people/duplicates');
  await page
    .getByRole('tab', { name: /^Surely/ })
    .or(page.getByText('Nobody seems to be in your book twice.'))
    .waitFor({ timeout: 60_000 });
  const isBeside = (page.viewportSize()?.width ?? 0) >= 800;
  if (isBeside && (await page.getByRole('option').count()) > 0)
    await page.getByRole('table', { name: 'Side by side' }).waitFor();
  return true;
};

/** What is asked before all who are surely the same become one. */
const mergeAll = async (page: Page): Promise<boolean> => {
  await duplicates(page);
  const all = page.getByRole('button', { name: /^Merge (?:it|all)/ });
  if ((await all.count()) === 0) return false;
  await all.click();
  await page.getByRole('dialog').waitFor();
  return true;
};

const dialog = (keys: string) => async (page: Page) => {
  await goTo(page, 'today');
  await page.keyboard.press(keys);
  await page.getByRole('dialog').waitFor();
  return true;
};

/** Drops a file and waits for its preview. */
export const previewOf = (name: string, text: string) => async (page: Page) => {
  await goTo(page, 'imports');
  const known = page.getByRole('listbox').getByRole('option').filter({ hasText: name });
  if ((await known.count()) > 0) return rowOf('imports', name)(page);
  await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await page.getByRole('article', { name: `Import of ${name}` }).waitFor();
  return true;
};

const CSV_HEAD = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
/** New people, one who has moved on, one of a name the book has, one row that holds nobody. */
export const CONNECTIONS = [
  CSV_HEAD,
  'Ottilie,Marchetti,https://www.linkedin.com/in/ottilie-marchetti,,Atelier Fregate,Bookbinder,02 Jun 2026',
  'Bashir,Oyelowo,https://www.linkedin.com/in/bashir-oyelowo,,Lagoon Radio,Producer,28 May 2026',
  'Signe,Holm-Nielsen,https://www.linkedin.com/in/signe-holm-nielsen,signe@example.org,Nordlys Trykkeri,Printer,19 May 2026',
  'さくら,中村,https://www.linkedin.com/in/nakamura-sakura-ink,,Sumi Works,Calligrapher,11 May 2026',
  'Luca,Bianchetti,https://www.linkedin.com/in/luca-bianchetti,,Night Rail,Lead Engineer,21 May 2025',
  'Elif,Çağlayan,,,Kaplan Studio,Illustrator,04 Apr 2026',
  ',,,,,,07 Feb 2019',
  '',
].join('\n');

export const SCREENS: readonly Screen[] = [
  { name: 'today', open: at('today') },
  { name: 'people', open: at('people') },
  { name: 'duplicates', open: duplicates },
  { name: 'duplicates-all', open: mergeAll },
  { name: 'person', open: rowOf('people') },
  { name: 'person-new', open: at('people/new') },
  { name: 'events', open: at('events') },
  { name: 'event', open: rowOf('events') },
  { name: 'event-new', open: at('events/new') },
  { name: 'invitations', open: at('invitations') },
  { name: 'invitation', open: rowOf('invitations') },
  { name: 'invitation-new', open: at('invitations/new') },
  { name: 'network', open: at('network') },
  { name: 'network-timeline', open: at('network/timeline') },
  { name: 'network-sources', open: at('network/sources') },
  { name: 'network-circles', open: at('network/circles') },
  { name: 'network-ways', open: wayTo('bo') },
  { name: 'network-company', open: wayTo('solar', /^Solar Kiosk/) },
  { name: 'network-stranger', open: stranger },
  { name: 'introductions', open: at('introductions') },
  { name: 'introduction', open: rowOf('introductions') },
  { name: 'introduction-new', open: at('introductions/new') },
  { name: 'imports', open: at('imports/new') },
  { name: 'import', open: previewOf('Connections.csv', CONNECTIONS) },
  { name: 'settings', open: at('settings') },
  { name: 'palette', open: dialog('ControlOrMeta+k') },
  { name: 'shortcuts', open: dialog('?') },
  { name: 'met', open: dialog('ControlOrMeta+Shift+m') },
];

/** Who in the made-up network stands for which verdict. */
const VERDICTS = {
  ALREADY_CONNECTED: 'Yusuf Demirbaş',
  VERIFY_IDENTITY: 'Annegret Schwarzenberger-Oberhauser',
  REPORT: 'Sofia Laurent',
  ACCEPT_KNOWN: 'Pelle Lindqvist',
  ACCEPT_MET: 'Farah Rahmani',
  ACCEPT_INTRODUCED: 'Katalin Szőllősy',
  ACCEPT_VOUCHED: 'Tui Ngata',
  ASK_INTRODUCER: 'Marlene Quist',
  ASK_INVITER: 'Kerttu Raudsepp',
  ASK_MUTUALS: 'Benedikt Ostermann',
  DECLINE: 'Roland Tibbet',
  DECLINE_POLITE: 'Curtis Vane',
  IGNORE: 'Brad Sterling',
  NEED_MORE: 'Ali Saleh',
} as const satisfies Readonly<Record<Verdict, string>>;

/** A card for every verdict there is. */
export const VERDICT_SCREENS: readonly Screen[] = Object.entries(VERDICTS).map(([verdict, fn]) => ({
  name: `verdict-${verdict.toLowerCase().replaceAll('_', '-')}`,
  open: rowOf('invitations', fn),
}));

/** Those that the README shows, from the made-up network. */
export const SHOWN: readonly Screen[] = [
  { name: 'today', open: at('today') },
  { name: 'person', open: rowOf('people', 'Yusuf Demirbaş') },
  { name: 'event', open: rowOf('events', 'DevConf') },
  { name: 'duplicates', open: duplicates },
  { name: 'invitation', open: rowOf('invitations', 'Benedikt Ostermann') },
  { name: 'network', open: wayTo('harbour', /^Harbour Labs/) },
  { name: 'picture', open: drawn },
  { name: 'introduction', open: rowOf('introductions', 'Linh') },
  { name: 'import', open: previewOf('Connections.csv', CONNECTIONS) },
];
