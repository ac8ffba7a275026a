// A book whose file has suffered in the middle, where none of the tables is that opening reads.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openWritable } from '#db/book.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

/** Makes the book where there is none, and answers what its file is now. */
export function damage(file: string): Buffer {
  const book = openWritable(file, MIGRATIONS);
  const insert = book.statement('insert into setting (key, value) values (?, ?)');
  for (let i = 0; i < 8000; i++) insert.run(`key ${i}`, 'x'.repeat(200));
  book.close();
  const bytes = fs.readFileSync(file);
  bytes.fill(0xee, Math.floor(bytes.length * 0.6), Math.floor(bytes.length * 0.7));
  fs.writeFileSync(file, bytes);
  return bytes;
}
