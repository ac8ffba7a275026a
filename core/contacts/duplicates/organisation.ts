// The words of a company's name that tell it from others: without its legal form.
import { tokens } from '#core/shared/fold.ts';

/** Legal forms as companies write them after their name (ISO 20275 abbreviations, without dots). */
const LEGAL_FORMS = new Set(
  (
    'inc incorporated corp corporation co company llc llp lp plc ltd limited pty pvt gmbh mbh ag kg kgaa ohg gbr ug ev eg se ' +
    'sa sas sasu sarl eurl snc spa srl srls sl slu sau sc scrl bv nv vof cv ab as asa aps oy oyj sp zoo spzoo sro doo kft zrt ' +
    'ooo oao zao pao tov ltda eireli me sdn bhd kk holding holdings group'
  ).split(' '),
);

/** Folded words of an organisation's name without legal forms; with them when nothing else is left. */
export function orgWords(org: string): string[] {
  if (org === '') return [];
  const words = tokens(org.replace(/(?<=\p{L})\.(?=\p{L}|\s|$)/gu, ''));
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return telling.length > 0 ? telling : words;
}
