// The picture of the network: walked through by keys, its table, a way shown in it, and taken out as a file.
import { expect, test } from '../app.ts';
import { NetworkPage } from '../pages/network.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

test.use({ start: 'demo' });

test('the picture is walked through by keyboard and says who is where', async ({ page }) => {
  const shell = new Shell(page);
  await shell.go('Network');
  await page.getByRole('link', { name: 'The picture' }).click();
  const picture = page.getByRole('application', { name: /people and their ties/ });
  await expect(page.getByRole('status').filter({ hasText: /^[\d,]+ ties$/ })).toBeVisible();
  await picture.focus();
  await page.keyboard.press('ArrowRight');
  // Whoever knows most people is first; from there an arrow goes along a tie.
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Omar El-Khatib');
  await page.keyboard.press('ArrowLeft');
  await expect(panel.getByRole('heading', { level: 2 })).not.toHaveText('Omar El-Khatib');
  const name = await panel.getByRole('heading', { level: 2 }).innerText();

  await test.step('the table says the same', async () => {
    await page.getByRole('button', { name: 'Table' }).click();
    const table = page.getByRole('listbox', { name: 'Table' });
    await expect(table.getByRole('option', { selected: true })).toContainText(name);
    await expect(table.getByRole('option').first()).toContainText('Omar El-Khatib');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Table' }).click();
  });

  await test.step('Enter opens the person', async () => {
    await picture.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });
});

test('a way is shown in the picture, and the picture goes into files', async ({ page, app }) => {
  const [shell, network] = [new Shell(page), new NetworkPage(page)];
  await shell.go('Network');
  await network.ask('ليلى', /^ليلى الهاشمي/);
  await network
    .way(/^Omar El-Khatib can introduce you to .*ليلى/)
    .getByRole('link', { name: 'Show in the picture' })
    .click();
  await expect(page.getByRole('combobox', { name: 'Who is in the picture' })).toContainText('two steps');
  await expect(page.getByRole('status').filter({ hasText: /^[\d,]+ ties$/ })).toBeVisible();
  const save = async (name: string) =>
    app.saves(async () => {
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('menuitem', { name }).click();
    });
  const graphml = await save('Network (GraphML)');
  expect(graphml.fileName).toBe('network.graphml');
  expect(graphml.text).toContain('Omar El-Khatib');
  expect(graphml.text).toMatch(/<edge source="p\d+" target="p\d+">/);
  const svg = await save('Drawing (SVG)');
  expect(svg.text).toContain('<title>Omar El-Khatib</title>');
  const png = await save('Picture (PNG)');
  expect(png.fileName).toBe('network.png');
});
