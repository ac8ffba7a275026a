// The words of a mutual-connections line in seven languages, as LinkedIn has put them over the years.

/** What is a mutual connection; matched anywhere in the line. */
export const MUTUAL = new RegExp(
  [
    String.raw`\b(?:mutual|shared|common) (?:connections?|contacts?)\b|\bmutuals\b|\b(?:connections?|contacts?) in common\b`,
    String.raw`\b(?:gemeinsame[rn]?|geteilte[rn]?) (?:kontakte?n?|verbindung(?:en)?)\b|\bgemeinsam bekannt\b`,
    String.raw`\b(?:relations?|contacts?|connexions?)(?: que vous avez)? en commun(?![\p{L}])|\brelations? (?:mutuelles?|communes?|partagées?)(?![\p{L}])`,
    String.raw`\b(?:contactos?|conexi[oó]n(?:es)?)(?: m[aá]s)? en com[uú]n(?: m[aá]s)?(?![\p{L}])|\b(?:contactos?|conexiones) (?:mutu[oa]s?|compartid[oa]s)\b`,
    String.raw`\b(?:collegament[oi]|contatt[oi]|connession[ei]) in comune\b|\bcollegament[oi] condivis[oi]\b`,
    String.raw`\b(?:conex(?:ão|ões|ao|oes)|contatos?|contactos?|ligaç(?:ão|ões))(?: mais)? em comum\b|\bconexões mútuas\b`,
    String.raw`\b(?:gemeenschappelijke|gezamenlijke|wederzijdse|gedeelde) (?:connecties?|contacten|contact)\b`,
  ].join('|'),
  'iu',
);

/** "You both know Ana and Bo": the names stand behind. */
export const BOTH_KNOW =
  /^(?:you both know|sie beide kennen|sie kennen beide|ihr kennt beide|vous connaissez tous les deux|ambos conocen a|conocéis ambos a|conoscete entrambi|vocês dois conhecem|jullie kennen allebei)\s+/iu;

/** "over 500": a bound counts as the number. */
export const BOUND =
  /(?:^|\s)(?:more than|over|at least|mehr als|über|mindestens|plus de|plus d['’]|au moins|más de|al menos|más que|più di|oltre|almeno|mais de|mais do que|meer dan|ruim)\s+(?=\d)/iu;

const JOINED = 'and|und|et|y|e|ed|en|plus';
const OTHER =
  'others?|other|more|weitere[rn]?|andere[rn]?|autres?|otr[oa]s?|m[aá]s|altr[oiae]|outr[oa]s?|mais|anderen?|overige';

/** "and 8 other": the number of those not named. */
export const OTHERS = new RegExp(
  String.raw`(?:^|[\s,;])(?:(?:${JOINED})\s+|[&+]\s*)?(?:(?:altr[ie]|mais|otr[oa]s|outr[oa]s|nog|weitere|autres|other|another)\s+)?(\d{1,7})\+?\s*(?:${OTHER})?\s*$`,
  'iu',
);
/** "and one other", "y otro", "e outra". */
export const ONE_OTHER = new RegExp(
  String.raw`(?:^|[\s,;])(?:and|und|et|y|e|ed|en|&)\s+(?:(?:one|another|an|eine?|une?|un|otr[oa]|um|uma|één|een|un['’]|ein)\s*(?:other|more|weiterer?|weiteren?|anderer?|autre|altr[oa]|outr[oa]|andere?)?|outr[oa])\s*$`,
  'iu',
);
export const VERB =
  /\s+(?:is|are|is a|ist|sind|est|sont|es|son|è|sono|é|são|sao|is een|zijn|a|an|the|your|ein|eine|einer|une?|des|un|uno|una|unas?|unos|um|uma|dei|delle|vos|ihre?|deine?|te|tus?|sus?|also|ook|auch|également|dos|de|tienen|tiene|have|has|haben|hat|ont|avez|hanno|ha|tem|têm|hebben|heeft|with|you)$/iu;
/** "Ana has 5 mutual connections with you": Ana is the inviter. */
export const HAS =
  /\s(?:has|have|hat|haben|a|avez|ont|tiene|tienen|tenéis|ha|hanno|tem|têm|heeft|hebben)\s+\d/iu;
export const JOINER = /\s*(?:,|;|·|•|\s&\s)\s*|\s+(?:and|und|et)\s+/iu;
/** Also inside family names ("Costa e Silva", "Ortega y Gasset"): only the last one joins, and only without a count. */
export const LAST_JOINER = /^(.*)\s(?:y|e|ed|en)\s(.*)$/iu;
export const NOT_A_NAME =
  /^(?:\d+|you|du|sie|vous|t[uú]|usted|tu|você|je|jij|u|and|und|et|y|e|en|has|have|with|mit|avec|con|com|met|more|others?|other|mutual|contigo|con vous)$/iu;

/** Credentials written with a comma ("Ana Silva, PhD"): part of the name before, not a second person. */
export const CREDENTIAL =
  /^(?:(?:ph\.?d\.?|mba|m\.?d\.?|cpa|pmp|msc|bsc|m\.?sc\.?|b\.?sc\.?|m\.?a\.?|b\.?a\.?|dipl\.?-?ing\.?|esq\.?|jr\.?|sr\.?|ii|iii|iv|cfa|cissp|ll\.?m\.?|ll\.?b\.?|j\.?d\.?|rn|pe|p\.?eng\.?|ceng|dds|phr|sphr|shrm-(?:cp|scp)|csm|cspo|psm|safe|itil|frsa|frcs|cma|acca|aca|gphr|six sigma|dr\.?)[®™]?)$/iu;
