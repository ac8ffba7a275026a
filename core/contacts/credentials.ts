// What people write into a name field that is not their name: titles, degrees, pronouns, emoji.

const keyOf = (word: string) => word.toLowerCase().replace(/[.,'’]/g, '');
const set = (words: string) => new Set(words.split(' '));

const PREFIXES = set(
  'dr prof professor mr mrs ms miss mx sir dame lord lady rev reverend hon honorable judge justice ' +
    'capt captain lt ltgov gen col maj sgt cmdr adm fr father sister rabbi imam sheikh ' +
    'herr frau ing dipl-ing dipling dipl diplkfm mag dott dottssa sig sigra avv arq lic m mme mlle me maître ' +
    'sr sra srta dna dom d dña don doña dhr mevr dhrs',
);
/** Titles that are also given names or initials: they count only with their full stop. */
const PREFIXES_WITH_STOP = set(
  'm me d sr don lic mag fr ing col gen maj justice judge father sister lt lord lady',
);

const GENERATIONS = set('jr sr jnr snr ii iii iv vi vii viii ix');
/** Family names and words of several languages: only a suffix in capitals or with dots, never in lower case. */
const AMBIGUOUS = set('ma ba do be pe ed pa pt sa ms me bs as cap mai lac lion mag csp cam ra rd sa se');
const CREDENTIALS = set(
  'phd dphil md mbbs dds dmd dvm jd llm llb esq esquire mba emba msc mscs bsc bs beng meng btech mtech be ma ba ' +
    'mfa bfa med ed edd mph mha mpa mpp msw lcsw lmft lmhc lpc psyd do do dc dpt pt ot otr rn bsn msn np fnp crna ' +
    'pa pac pharmd rph rd rdn cpa ca cma cfa cfp chfc clu lutc cfe cia cisa cism cissp ceh oscp ccie ccna ccnp ' +
    'pmp capm csm cspo safe psm pmiacp acp sphr phr shrmcp shrmscp gphr cphr cipd mcipd fcipd assoccipd acca fcca ' +
    'aca fca cima aat mbe obe cbe qc kc mp mep pe eit se leed ap aia riba faia nbbj ra cpcu arm crisc togaf itil ' +
    'lssbb lssgb cssbb csp cpsm cscp cpim six-sigma mcse mct mvp aws gcp frsa frs fiet miet ceng cphys frcs frcp ' +
    'mrcp facs faap facp face aicp cfre cae cmp ccim cpp cpt cscs lion bcba ibclc abr gri crs e-ryt ms msed mat ' +
    'dba dsc dr-ing habil dipl mmath mphys mchem mres mphil pgce pgdip hons cand bcom mcom mca bca pgdm ches ' +
    'icf acc pcc mcc sas acs cipp cippe cippus cipm fsa asa maaa',
);
/** Letters of one word that mixes capitals like a degree: `MSc`, `SHRM-CP`, `CFRE`. */
const LOOKS_LIKE_DEGREE = /^(?=.{2,12}$)[A-Z](?:[a-z]{0,3}\.?[A-Z]){1,6}[a-z]{0,2}\.?(?:[-/][A-Z]{1,5})*®?$/;

const PRONOUN =
  /(?<![\p{L}\p{N}])(?:she|he|they|her|him|ze|xe|elle|ella|elles|il|iel|lei|lui|sie|er|ela|ele|hon|han|hen)(?:\s{0,2}\/\s{0,2}[\p{L}]{1,8}){1,3}(?![\p{L}\p{N}])/giu;
const BRACKETED = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|"[^"]*"|“[^“”]*”|«[^«»]*»/g;
const OPEN_BRACKET = /[([{].*$/s;
const HEADLINE = /(?:\s[-–—|•·~/\\:►»]+\s|[|•►★☆✪]|\s\/\/).*$/s;
const PICTURES =
  /[\p{So}\p{Sc}\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}*#^_=<>+~]|\u200d|[\ufe0e\ufe0f]|\u20e3/gu;
const PLAIN = /^[\p{L}\p{M}' ’.,-]*$/u;

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A name without brackets, pronouns, emoji and what follows a bar or a spaced dash; commas and titles stay. */
export function withoutDecoration(text: string): string {
  if (PLAIN.test(text) && !/\s-|-\s|\s{2}/.test(text)) return text.trim();
  const bare = squeezed(
    text
      .replace(BRACKETED, ' ')
      .replace(OPEN_BRACKET, ' ')
      .replace(PRONOUN, ' ')
      .replace(PICTURES, (sign, at: number) =>
        // A leading star decorates the name; one in the middle starts a slogan, which HEADLINE cuts.
        at > 0 && /[•►★☆✪]/.test(sign) ? sign : ' ',
      ),
  );
  return squeezed(bare.replace(HEADLINE, '')) || bare;
}

/** True for a courtesy or academic title before a name: `Dr.`, `Prof`, `Mme`. */
export function isPrefix(word: string): boolean {
  const key = keyOf(word);
  return PREFIXES.has(key) && (word.includes('.') || !PREFIXES_WITH_STOP.has(key));
}

const isCapital = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase();

/**
 * True for a degree, certificate or generation after a name. `rest` is the name before it: `MA` in `Yo-Yo MA` is a
 * family name when everything is in capitals, a degree otherwise.
 */
export function isSuffix(word: string, rest: readonly string[]): boolean {
  const key = keyOf(word);
  // `J.R.` and `I.V.` are initials; `Jr.` and `IV` are generations.
  if (GENERATIONS.has(key)) return !/^[a-z]\.[a-z]/i.test(word);
  if (/^[IVX]$/.test(word)) return rest.length > 2 && rest.every((name) => keyOf(name).length > 1);
  if (!CREDENTIALS.has(key)) return false;
  if (!AMBIGUOUS.has(key)) return true;
  return isCapital(word) && !rest.every(isCapital);
}

/** True when a part after a comma is nothing but degrees; with `known`, only those of the list. */
export function isSuffixList(part: string, known: boolean): boolean {
  const words = part.split(/[\s/&]+/).filter(Boolean);
  return (
    words.length > 0 &&
    words.every((word) => isListedSuffix(word) || (!known && LOOKS_LIKE_DEGREE.test(word)))
  );
}

function isListedSuffix(word: string): boolean {
  const key = keyOf(word).replace(/®$/, '');
  if (GENERATIONS.has(key)) return !/^[a-z]\.[a-z]/i.test(word);
  return (
    (CREDENTIALS.has(key) || CREDENTIALS.has(key.replace(/-/g, ''))) &&
    (!AMBIGUOUS.has(key) || isCapital(word))
  );
}
