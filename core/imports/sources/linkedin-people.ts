// Who stands in a cell of LinkedIn's: a member, somebody who is gone, or LinkedIn itself.
import { linkedInKey } from '#core/contacts/identity.ts';
import { fold } from '#core/shared/fold.ts';

/** What a deleted or hidden account is called, `LinkedIn Member` in the language of the export. */
const GONE = /linked ?in|领英|領英/;

/**
 * True for nobody one could know: a blank name, `LinkedIn Member`, `Utente LinkedIn`, `LinkedIn 会员`, and LinkedIn's own
 * senders (`LinkedIn News`, `The LinkedIn Team`). Only without a profile: a person may be called anything.
 */
export const isNobody = (fn: string, url: string) =>
  linkedInKey(url) === undefined && (fn.trim() === '' || GONE.test(fold(fn)));

/** What tells people of one file apart: the profile, else the folded name; '' for nobody. */
export function memberKey(fn: string, url: string): string {
  const profile = linkedInKey(url);
  if (profile !== undefined) return `in/${profile}`;
  return isNobody(fn, url) ? '' : `name/${fold(fn.trim()).replace(/\s+/g, ' ')}`;
}

const YES = new Set('yes true 1 y ja oui si sim tak da hai 是 はい 예 evet sí да'.split(' ').map(fold));

/** `Yes`, `true`, `1` and the words for it in the languages LinkedIn speaks. */
export const isYes = (text: string) => YES.has(fold(text.trim()));
