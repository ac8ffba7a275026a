// Whether a recruiter says for whom: a letter that names the employer can be looked up and answered.
import { fold } from '#core/shared/fold.ts';
import type { MessageReading } from './message.ts';
import { cuesOfKind } from './note-kind.ts';

/** "at Acme", "@Acme", "our client Acme", "bei der Acme GmbH", "hiring for Acme", as they stand in notes. */
const EMPLOYER =
  /(?:(?<![\p{L}\p{N}])(?:at|behalf of|client|bei|bei der|chez|presso|bij|(?:hiring|hire|recruiting|recruit|working|sourcing) for)(?: the)? |@ ?)([\p{Lu}\p{N}](?:[\p{L}\p{N}&.'’-]{0,60}[\p{L}\p{N}])?)/gu;

/** Capitals that name no employer: trades, ranks, and nouns that German writes large. */
const NO_EMPLOYER = new Set(
  'a an i the this you your senior junior lead principal staff head vp cto ceo cfo engineer engineers developer developers designer designers manager managers analyst analysts java javascript typescript python react rust go sql data product software frontend backend fullstack devops interesse fragen bedarf uns ihnen gelegenheit linkedin'.split(
    ' ',
  ),
);

/** The employer a recruiter's note names, as written; undefined where it is no recruiter's or names none. */
export function employerNamed(reading: MessageReading, message: string): string | undefined {
  if (cuesOfKind(reading, 'recruiter').length === 0) return undefined;
  for (const [, name = ''] of message.matchAll(EMPLOYER)) {
    if (/\p{L}/u.test(name) && !NO_EMPLOYER.has(fold(name))) return name;
  }
  return undefined;
}
