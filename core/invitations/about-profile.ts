// "About this profile": since when it is there, when it was last changed, what LinkedIn has verified.
import type { PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { AboutProfile } from './model.ts';

/** The panel says a few words; what is longer was something else. */
const LONGEST = 200;
const HEADING =
  /^(?:about this profile|uber dieses profil|a propos de ce profil|acerca de este perfil|informazioni su questo profilo|sobre este perfil|over dit profiel)$/;
/** Whether a line is the panel's heading. */
export const isAboutHeading = (line: string): boolean => HEADING.test(fold(line.trim()));

const JOINED =
  /^(?:joined|member since|mitglied seit|beigetreten|beitritt|membre depuis|inscription|a rejoint linkedin|se unio|miembro desde|iscrizione|iscritto da|iscritta da|membro desde|entrou em|entrou|aderiu|lid sinds|lid geworden)\b[:\s]*(.*)$/;
const CONTACT =
  /^(?:contact information|contact info|kontaktinformationen|kontaktinfo|coordonnees|informacion de contacto|informazioni di contatto|informacoes de contato|informacoes de contacto|contactgegevens)\b[:\s]*(.*)$/;
const PHOTO =
  /^(?:profile photo|profile picture|profilfoto|profilbild|photo de profil|foto de perfil|foto del profilo|foto do perfil|profielfoto)\b[:\s]*(.*)$/;
const UPDATED =
  /^(?:updated|aktualisiert|mis(?:e)? a jour|modifie(?:e)?|actualizad[oa]|aggiornat[oaei]+|atualizad[oa]s?|bijgewerkt)\b[:\s]*(.*)$/;
const NOT_VERIFIED =
  /\b(?:no verifications?|not verified|unverified|nicht verifiziert|keine verifizierung(?:en)?|non verifiee?|aucune verification|no verificad[oa]|sin verificacion(?:es)?|non verificat[oa]|nessuna verifica|nao verificad[oa]|sem verificac(?:ao|oes)|niet geverifieerd|geen verificaties?)\b/;
const VERIFIED =
  /\b(?:verified|verifications?|verifiziert|verifizierung|verifiee?|verification|verificad[oa]|verificacion|verificat[oa]|verifica|verificacao|geverifieerd)\b/;

// First letters that tell the months apart in all seven languages, folded.
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:jan|ene|gen)/, 1],
  [/^(?:feb|fev)/, 2],
  [/^(?:mar|maerz|mrt|maart)/, 3],
  [/^(?:apr|avr|abr)/, 4],
  [/^(?:may|mai|mei|mag)/, 5],
  [/^(?:jun|juin|giu)/, 6],
  [/^(?:jul|juil|lug)/, 7],
  [/^(?:aug|aou|ago)/, 8],
  [/^(?:sep|set)/, 9],
  [/^(?:oct|okt|ott|out)/, 10],
  [/^nov/, 11],
  [/^(?:dec|dez|dic)/, 12],
];

/** `March 2011`, `mars 2011`, `marzo de 2011`, `2011` as a date; undefined without a year. */
function monthAndYear(text: string): PartialDate | undefined {
  const year = /\b(?:19|20)\d{2}\b/.exec(text)?.[0];
  if (year === undefined) return undefined;
  const word = fold(text)
    .match(/[a-z]{3,}/g)
    ?.find((one) => MONTHS.some(([form]) => form.test(one)));
  const month = word && MONTHS.find(([form]) => form.test(word))?.[1];
  return month === undefined || word === undefined ? year : `${year}-${String(month).padStart(2, '0')}`;
}

/**
 * Reads the panel out of pasted lines; undefined when there is none. Total: lines in any order, values behind their
 * labels or on the next line.
 */
export function aboutProfile(lines: readonly string[]): AboutProfile | undefined {
  const start = lines.findIndex(isAboutHeading);
  if (start === -1) return undefined;
  const panel = lines.slice(start + 1, start + 30).map((line) => line.trim());
  const joined = valueOf(panel, JOINED);
  const contact = valueOf(panel, CONTACT);
  const photo = valueOf(panel, PHOTO);
  const since = joined === undefined ? undefined : monthAndYear(joined);
  const folded = panel.map(fold);
  const unverified = folded.some((line) => NOT_VERIFIED.test(line));
  const verified = folded.some((line) => VERIFIED.test(line) && !NOT_VERIFIED.test(line));
  return {
    ...(since === undefined ? {} : { joined: since }),
    ...(contact === undefined ? {} : { contactUpdated: contact.slice(0, LONGEST) }),
    ...(photo === undefined ? {} : { photoUpdated: photo.slice(0, LONGEST) }),
    ...(verified || unverified ? { verified: verified && !unverified } : {}),
  };
}

/** What stands behind a label, or on the line below it, without "Updated". */
function valueOf(panel: readonly string[], label: RegExp): string | undefined {
  const at = panel.findIndex((line) => label.test(fold(line)));
  if (at === -1) return undefined;
  const line = panel[at] ?? '';
  const rest = label.exec(fold(line))?.[1] ?? '';
  // Folding keeps the number of characters of these few words, so the tail can be cut from the line as written.
  const value = rest === '' ? (panel[at + 1] ?? '') : line.slice(-rest.length);
  const bare = UPDATED.exec(fold(value))?.[1];
  const written = bare === undefined || bare === '' ? value : value.slice(-bare.length);
  return written === '' ? undefined : written;
}
