// The names most people have, told from all others at a glance: `Ada Byron`, `Ada M. Byron`, `Ada Mary Byron`.
import { mayBeSuffix } from '#core/contacts/credentials.ts';
import { mayBeFamilyFirst } from './order.ts';
import { mayBeTitle } from './titles.ts';
import { isIberian, mayBeJoined } from './western.ts';

const USUAL =
  /^([A-ZÀ-ÖØ-ÞŁŚŠŞŽŻ][a-zß-öø-ÿĀ-ň]+) (?:([A-Z]\.|[A-ZÀ-ÖØ-ÞŁŚŠŞŽŻ][a-zß-öø-ÿĀ-ň]+) )?([A-ZÀ-ÖØ-ÞŁŚŠŞŽŻ][a-zß-öø-ÿĀ-ň]+)$/;
const PLAIN = /^[a-z]+$/i;
/** `fold` for the few letters that are usual here, in a third of its time. */
const bare = (word: string) =>
  PLAIN.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase();
const PATRONYMIC = /(?:vich|vna)$/;

/**
 * The words of a name in which no word means more than itself: given, middle (empty when there is none), family.
 * Undefined for every name that must be looked at closely: the answer is then not that it is special, only that it may be.
 */
export function usualName(
  written: string,
): readonly [given: string, middle: string, family: string] | undefined {
  const words = USUAL.exec(written);
  if (words === null) return undefined;
  const [, given = '', middle = '', family = ''] = words;
  if (mayBeTitle(given) || mayBeJoined(given) || mayBeFamilyFirst(bare(given))) return undefined;
  if (mayBeSuffix(family)) return undefined;
  if (middle !== '' && (PATRONYMIC.test(family) || !isUsualMiddle(middle))) return undefined;
  return [given, middle, family];
}

const isUsualMiddle = (middle: string) =>
  middle.endsWith('.')
    ? middle !== 'V.'
    : !mayBeJoined(middle) &&
      !mayBeTitle(middle) &&
      !mayBeSuffix(middle) &&
      !isIberian(middle) &&
      middle !== 'Geb';
