// The line "Ana, Bo and 8 other mutual connections" as a page shows it, and what is pasted around it.

export interface MutualLine {
  readonly names: readonly string[];
  /** All mutual connections, named or not. */
  readonly total: number;
}

// What is a mutual connection, per language; matched anywhere in the line.
const MUTUAL =
  /(?:\b(?:mutual|shared|common) (?:connections?|contacts?)\b|\bconnections? in common\b|\b(?:gemeinsame[rn]?|geteilte[rn]?) (?:kontakte?n?|verbindung(?:en)?)\b|\brelations? (?:en commun|mutuelles?|communes?)|\bcontacts? en commun\b|\b(?:contactos?|conexi[oó]n(?:es)?)(?: m[aá]s)? en com[uú]n\b|\bcontactos? mutuos?\b|\bcolleg(?:amento|amenti) in comune\b|\bcontatt[oi] in comune\b|\bconex(?:ão|ões|ao|oes) em comum\b|\b(?:contatos?|contactos?|ligaç(?:ão|ões)) em comum\b|\b(?:gemeenschappelijke|gezamenlijke|wederzijdse) (?:connecties?|contacten|contact|connectie)\b)/iu;
// "and 8 other": the number of those not named.
const OTHERS =
  /(?:^|[\s,;])(?:(?:and|und|et|y|e|ed|en|plus)\s+|[&+]\s*)?(?:(?:altr[ie]|mais|otr[oa]s|outr[oa]s|nog|weitere|autres|other|another)\s+)?(\d{1,3}(?:[.,’'\u00a0\u202f]\d{3})+|\d{1,6})\+?\s*(?:others?|other|more|weitere[rn]?|andere[rn]?|autres?|otr[oa]s?|m[aá]s|altr[oiae]|altri|outr[oa]s?|mais|anderen?|overige)?\s*$/iu;
const ONE_OTHER =
  /(?:^|[\s,;])(?:and|und|et|y|e|ed|en|&)\s+(?:one|another|an|eine?|une?|un|otr[oa]|um|uma|één|een|un'|ein)\s*(?:other|more|weiterer?|weiteren?|anderer?|autre|altr[oa]|outr[oa]|andere?)?\s*$/iu;
const VERB =
  /\s+(?:is|are|is a|ist|sind|est|sont|es|son|è|sono|é|são|sao|is een|zijn|a|an|the|your|ein|eine|einer|une?|des|un|uno|una|unas?|unos|um|uma|dei|delle|vos|ihre?|deine?|te|tus?|sus?|also|ook|auch|également|dos|de|tienen|tiene|have|has|haben|hat)$/iu;
const JOINER = /\s*(?:,|;|·|•|\s&\s)\s*|\s+(?:and|und|et)\s+/iu;
// Also inside family names ("Costa e Silva", "Ortega y Gasset"): only the last one joins, and only without a count.
const LAST_JOINER = /^(.*)\s(?:y|e|ed|en)\s(.*)$/iu;
const NOT_A_NAME =
  /^(?:\d+|you|du|sie|vous|t[uú]|usted|tu|você|je|jij|u|and|und|et|y|e|en|has|have|with|mit|avec|con|com|met|more|others?|other)$/iu;
const LONGEST_LINE = 2000;

/** Credentials written with a comma ("Ana Silva, PhD"): part of the name before, not a second person. */
const CREDENTIAL =
  /^(?:ph\.?d\.?|mba|m\.?d\.?|cpa|pmp|msc|bsc|m\.?sc\.?|b\.?sc\.?|esq\.?|jr\.?|sr\.?|ii|iii|iv|cfa|cissp|ll\.?m\.?|j\.?d\.?|rn|pe|dds|phr|sphr|shrm-(?:cp|scp)|csm|cspo|frsa|dr\.?)$/iu;

/**
 * Reads a mutual-connections line in English, German, French, Spanish, Italian, Portuguese or Dutch: the people
 * it names and how many there are in all. Undefined for any other text. "A and B are mutual connections" has a
 * total of two; "12 mutual connections" names nobody.
 */
export function parseMutualLine(text: string): MutualLine | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const match = MUTUAL.exec(line);
  if (!match) return undefined;
  let rest = line.slice(0, match.index).trim();
  const after = line.slice(match.index + match[0].length).replace(/^\s*[:：–-]\s*/u, '');
  // "Mutual connections: Ana, Bo and 3 others"
  if (rest === '' && after !== '') rest = after.replace(/\.$/, '');
  rest = withoutVerb(rest);
  const others = othersIn(rest);
  const named = withoutVerb(rest.slice(0, others.at));
  // "You and Ana have 5 mutual connections" names the inviter, not a mutual.
  const names = /^you and /iu.test(named) ? [] : namesIn(others.count > 0 ? named : lastJoined(named));
  const total = names.length + others.count;
  return total === 0 ? undefined : { names, total };
}

function withoutVerb(text: string): string {
  let rest = text;
  for (let round = 0; round < 3; round++) rest = rest.replace(VERB, '');
  return rest.trim();
}

const lastJoined = (text: string) => text.replace(LAST_JOINER, '$1, $2');

function othersIn(text: string): { at: number; count: number } {
  const match = OTHERS.exec(text);
  if (match) return { at: match.index, count: Number((match[1] ?? '').replace(/\D/g, '')) };
  const one = ONE_OTHER.exec(text);
  return one ? { at: one.index, count: 1 } : { at: text.length, count: 0 };
}

function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(JOINER)) {
    const name = part.replace(/^(?:[-–•·]\s*)+/u, '').trim();
    const last = names.length - 1;
    if (CREDENTIAL.test(name) && last >= 0) names[last] = `${names[last] ?? ''}, ${name}`;
    else if (/\p{L}/u.test(name) && !NOT_A_NAME.test(name) && name.length <= 100) names.push(name);
  }
  return [...new Set(names)];
}
