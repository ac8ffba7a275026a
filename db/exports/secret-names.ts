// Whether a text that leaves the book names somebody whom the owner keeps to themselves.
import { parseN } from '#core/contacts/structured-name.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { confidentialPeople } from '#db/manners/preferences.ts';

type Test = (text: { readonly folded: string; readonly words: readonly string[] }) => boolean;

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Nothing parts a name from what stands around it in these. */
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** All words of the name are there, in whatever order and with whatever between them. */
function naming(name: string): Test {
  if (WITHOUT_BLANKS.test(name)) {
    const whole = fold(name.replaceAll(/\s/g, ''));
    return ({ folded }) => folded.replaceAll(/\s/g, '').includes(whole);
  }
  const parts = wordsOf(name);
  return ({ words }) => parts.length > 0 && parts.every((part) => words.includes(part));
}

function testOf({ name, value }: { readonly name: string; readonly value: string }): Test {
  if (name === 'EMAIL') {
    const mailbox = fold(value.trim());
    return ({ folded }) => mailbox !== '' && folded.includes(mailbox);
  }
  if (name === 'FN') return naming(value);
  const { given, family } = parseN(value);
  // One of the two alone may be anybody.
  return given === '' || family === '' ? () => false : naming(`${given} ${family}`);
}

/**
 * Tells of a text whether it has the name, or a mailbox, of somebody confidential in it, whatever else it says. Who is
 * in `along` goes along by the owner's own choice and may be named.
 */
// SECURITY: an organiser's text that has a confidential person's name or mailbox in it is left out of files.
export function secretNames(
  book: ReadBook,
  along: ReadonlySet<unknown> = new Set(),
): (text: string) => boolean {
  const secret = [...confidentialPeople(book)].filter((id) => !along.has(id));
  if (secret.length === 0) return () => false;
  const said = book
    .statement(
      `select p.name, p.value from json_each(@ids) j cross join property p on p.contact_id = j.value
       where p.name in ('FN', 'N', 'EMAIL') and p.value <> ''
       union select 'FN', c.fn from json_each(@ids) j join contact c on c.id = j.value`,
    )
    .all({ ids: JSON.stringify(secret) }) as { readonly name: string; readonly value: string }[]; // the columns named
  const tests = said.map(testOf);
  return (text) => {
    if (text === '') return false;
    const all = { folded: fold(text), words: wordsOf(text) };
    return tests.some((isNamed) => isNamed(all));
  };
}
