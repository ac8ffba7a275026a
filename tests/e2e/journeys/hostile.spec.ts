// Names that are written to harm stay names.
import {
  aConnection,
  anInvitation,
  connectionsCsv,
  invitationsCsv,
  zipOf,
} from '#tests/fixtures/linkedin.ts';
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { InvitationsPage } from '../pages/invitations.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';

const SCRIPT = '<script>globalThis.stolen=1</script>';
const PICTURE = '<img src=x onerror="globalThis.stolen=1">';
// U+202E turns the order of what follows: "gnp.exe" is shown as "exe.png".
const TURNED = 'Rita \u202Egnp.exe';
const LONG = 'Hubertus'.repeat(36);

const FILES = {
  'Connections.csv': connectionsCsv(
    aConnection({
      first: SCRIPT,
      last: 'Script',
      slug: 'a-script',
      company: PICTURE,
      position: '{{7*7}} ${7*7}',
    }),
    aConnection({ first: TURNED, last: 'Turned', slug: 'a-turned' }),
    aConnection({ first: LONG, last: 'Long', slug: 'a-long', company: LONG, position: LONG }),
    aConnection({ first: '=HYPERLINK("x")', last: '__proto__', slug: 'a-proto', company: 'constructor' }),
  ),
  'Invitations.csv': invitationsCsv(
    anInvitation({
      fn: `${PICTURE} Mallory`,
      slug: 'mallory',
      message: `${SCRIPT} javascript:alert(1) ${LONG}`,
    }),
  ),
};

test('names with markup, turned letters or 300 characters are text on every screen', async ({ page }) => {
  const [shell, imports, people] = [new Shell(page), new ImportsPage(page), new PeoplePage(page)];
  const invitations = new InvitationsPage(page);
  const sidewaysAt = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main, main article')]
        .filter((pane) => pane.scrollWidth > pane.clientWidth + 1)
        .flatMap((pane) => [
          pane.tagName,
          // The innermost that stick out say where to look.
          ...[...pane.querySelectorAll('*')]
            .filter((part) => part.getBoundingClientRect().right > pane.getBoundingClientRect().right + 1)
            .map((part) => `${part.tagName}.${part.getAttribute('class') ?? ''}`),
        ]),
    );

  await imports.drop({ name: `${PICTURE}.zip`, content: zipOf(FILES) });
  const batch = await imports.batch(`${PICTURE}.zip`);
  await batch.expectCounts({ New: 6, Unusable: 0 });
  expect(await sidewaysAt()).toEqual([]);
  await batch.apply();
  await shell.go('People');
  await people.expectTotal(5);

  for (const [typed, shown] of [
    ['Script', SCRIPT],
    ['Turned', 'Rita'],
    ['Long', LONG.slice(0, 200)],
    ['proto', '__proto__'],
  ] as const) {
    await people.search.fill(typed);
    await expect(people.row(shown)).toBeVisible();
    await people.expectTotal(1);
    await people.row(shown).click();
    const heading = page.getByRole('main').getByRole('heading', { level: 1 });
    await expect(heading).toContainText(shown);
    expect(await sidewaysAt()).toEqual([]);
    await page.setViewportSize({ width: 480, height: 800 });
    expect(await sidewaysAt()).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  }

  await shell.go('Invitations');
  await invitations.list.getByRole('option').first().click();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toContainText(PICTURE);
  await expect(page.getByRole('main')).toContainText(SCRIPT);
  expect(await sidewaysAt()).toEqual([]);

  // A turned name does not turn what stands beside it.
  await shell.go('People');
  await people.search.fill('Turned');
  await people.expectTotal(1);
  await expect(people.row('Rita')).toBeVisible();
  const isolated = await people.list
    .getByRole('option')
    .first()
    .locator('[dir="auto"]')
    .first()
    .evaluate((element) => getComputedStyle(element).unicodeBidi);
  expect(isolated).toBe('isolate');

  expect(await page.evaluate(() => 'stolen' in globalThis)).toBe(false);
  expect(await page.locator('#root script, #root img[src="x"]').count()).toBe(0);
});
