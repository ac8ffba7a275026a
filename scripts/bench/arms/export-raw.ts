// The same vCards by a script that joins the rows and writes lines: no folding, no unknown properties, no door.
import Database from 'better-sqlite3';
import { copyOfBook, runArm, timed } from '../arm.ts';
import { cardsIn } from '../export-counts.ts';

const escaped = (text: string): string =>
  text.replaceAll(/[\\,;]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);

await runArm('export-raw', async (task) => {
  const sqlite = new Database(await copyOfBook(task), { readonly: true });
  const { ms, answer: text } = await timed(() => {
    const rows = sqlite
      .prepare(
        `select c.id, c.fn, p.name, p.value, p.type from contact c join property p on p.contact_id = c.id
         where c.deleted_at is null and p.hidden = 0 and p.superseded_by is null order by c.id, p.id`,
      )
      .raw()
      .iterate() as Iterable<[number, string, string, string, string]>; // the columns named
    const lines: string[] = [];
    let last = 0;
    for (const [id, fn, name, value, type] of rows) {
      if (id !== last) {
        if (last !== 0) lines.push('END:VCARD');
        lines.push('BEGIN:VCARD', 'VERSION:4.0', `FN:${escaped(fn)}`);
        last = id;
      }
      if (name === 'FN') continue;
      const isWritten = name === 'N' || name === 'ADR' || name === 'URL';
      lines.push(`${name}${type === '' ? '' : `;TYPE=${type}`}:${isWritten ? value : escaped(value)}`);
    }
    if (last !== 0) lines.push('END:VCARD');
    return Buffer.from(`${lines.join('\r\n')}\r\n`).toString();
  });
  sqlite.close();
  return { rows: task.n, ms, correct: cardsIn(text), figures: { mb: text.length / 2 ** 20 } };
});
