// What stands behind a name: generations, degrees, certificates, honours.

const PUNCTUATION = /[.,'’]/;
function keyOf(word: string): string {
  const small = word.toLowerCase();
  return PUNCTUATION.test(small) ? small.replace(/[.,'’]/g, '') : small;
}

const set = (words: string) => new Set(words.split(' '));

const GENERATIONS = set('jr sr jnr snr ii iii iv vi vii viii ix 2nd 3rd 4th 5th');
/** Family names and words of several languages: only a suffix in capitals or with dots, never in lower case. */
const AMBIGUOUS = set(
  'ao am ma ba do be pe ed pa pt sa ms me bs as cap mai lac lion mag csp cam ra rd sa se',
);
const CREDENTIALS = set(
  'phd dphil md mbbs dds dmd dvm jd llm llb esq esquire mba emba msc mscs bsc bs beng meng btech mtech be ma ba ' +
    'mfa bfa med ed edd mph mha mpa mpp msw lcsw lmft lmhc lpc psyd do do dc dpt pt ot otr rn bsn msn np fnp crna ' +
    'pa pac pharmd rph rd rdn cpa ca cma cfa cfp chfc clu lutc cfe cia cisa cism cissp ceh oscp ccie ccna ccnp ' +
    'pmp capm csm cspo safe psm pmiacp acp sphr phr shrmcp shrmscp gphr cphr cipd mcipd fcipd assoccipd acca fcca ' +
    'aca fca cima aat mbe obe cbe kbe dbe gbe kcb kcmg gcmg cmg kg bt cvo kcvo dso dsc afc dfc qc kc mp msp ms mla tsp mep pe eit se leed ap aia riba faia nbbj ra cpcu arm crisc togaf itil ' +
    'lssbb lssgb cssbb csp cpsm cscp cpim six-sigma mcse mct mvp aws gcp frsa frs fiet miet ceng cphys frcs frcp ' +
    'mrcp facs faap facp face aicp cfre cae cmp ccim cpp cpt cscs lion bcba ibclc abr gri crs e-ryt ms msed mat ' +
    'dba dsc dr-ing habil dipl mmath mphys mchem mres mphil pgce pgdip hons cand bcom mcom mca bca pgdm ches ' +
    'icf acc pcc mcc sas acs cipp cippe cippus cipm fsa asa maaa csc drsc cscr llb bl mrcs mrcgp mrcpsych frcpe bds mds mdres mba dmin thd edm ' +
    'mdiv jcd stl lld dlitt dd rnp ret retd usn usaf usmc fba frse frcog frca fracp facc fccp faan aprn cnm lpn emt mpharm ' +
    'rhia rhit cpc sj ofm osb ao am oam frsc frss',
);
/** Letters of one word that mixes capitals like a degree: `MSc`, `SHRM-CP`, `CFRE`. */
const LOOKS_LIKE_DEGREE = /^(?=.{2,12}$)[A-Z](?:[a-z]{0,3}\.?[A-Z]){1,6}[a-z]{0,2}\.?(?:[-/][A-Z]{1,5})*®?$/;

const isCapital = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase();

/** Said in full, and the Portuguese ones: family names too, so only after a whole name. */
const FULL_GENERATIONS = set('senior junior filho júnior neto netto sobrinho jun sen fils père');
/** What nobody is called: a suffix even when only one name stands before it. */
const NO_NAME = set('phd jr jnr mba esq dphil llm mbbs');
/** `2nd Baronet`, `1st Earl of Sandwich`, `Baron Tennyson`: what follows the comma after a whole name. */
const NOBILITY =
  /^(?:(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\s|(?:baron|baroness|viscount|viscountess|earl|countess|duke|duchess|marquess|lord|lady|count)\s+\p{L}|(?:king|queen|prince|princess|emperor|empress|bishop|archbishop|abbot|count|landgrave|margrave)\s+of\s+\p{L}|(?:b(?:ar)?t|baronet)\.?$)/iu;

/** True for the generation after a name: `Jr.`, `III`, `Filho`. */
export function isGeneration(word: string): boolean {
  const key = keyOf(word);
  return (GENERATIONS.has(key) || isFullGeneration(word)) && !INITIALS.test(word);
}

/** True for a generation said in full, which is a family name as well: `Senior`, `Neto`. */
export const isFullGeneration = (word: string) => FULL_GENERATIONS.has(keyOf(word));

/** True for a title of nobility as it follows a name: `2nd Baronet`. */
export const isNobility = (part: string) => NOBILITY.test(part);

// `J.R.` and `I.V.` are initials; `Jr.` and `IV` are generations.
const INITIALS = /^[a-z]\.[a-z]/i;

/** `Msc.Ed.`, `M.Sc.(Econ)`: degrees joined by their stops, none of them a single letter. */
function isJoinedDegree(word: string): boolean {
  if (!/[.(/]/.test(word)) return false;
  const pieces = word
    .toLowerCase()
    .split(/[.()/]/)
    .filter(Boolean);
  return pieces.length > 1 && pieces.every((piece) => piece.length > 1 && CREDENTIALS.has(piece));
}

/**
 * True for a degree, certificate or generation after a name. `rest` is the name before it, without titles: `MA` in
 * `Yo-Yo MA` is a family name when everything is in capitals, a degree otherwise; `Senior` in `Jason Senior` is a
 * family name, in `Dale Jones Senior` a generation.
 */
export function isSuffix(word: string, rest: readonly string[]): boolean {
  const key = keyOf(word);
  if (rest.length < 2 && !NO_NAME.has(key)) return false;
  if (GENERATIONS.has(key)) return !INITIALS.test(word);
  if (FULL_GENERATIONS.has(key)) return !/^(?:jun|sen)$/i.test(word);
  if (/^[IVX]$/i.test(word)) return isLoneNumeral(word, rest);
  if (!CREDENTIALS.has(key)) return isJoinedDegree(word);
  if (!AMBIGUOUS.has(key)) return true;
  return isCapital(word) && !rest.every(isCapital);
}

/** `Larry James Johnson I`, `larry james johnson i`: behind three whole names a letter is a number. */
const isLoneNumeral = (word: string, rest: readonly string[]) =>
  rest.length > 2 &&
  rest.every((name) => keyOf(name).length > 1) &&
  (isCapital(word) || rest.every((name) => name === name.toLowerCase()));

const ANY_SUFFIX = new Set([...GENERATIONS, ...FULL_GENERATIONS, ...CREDENTIALS, 'i', 'v', 'x']);

/** True for a word that `isSuffix` may be true for: cheap, and never false for one that is. */
export const mayBeSuffix = (word: string) => ANY_SUFFIX.has(word.toLowerCase()) || /[.,'’(/]/.test(word);

/** True for what can only be a suffix, even behind a single name: `PhD`, `Jr.`. */
export const isSurelySuffix = (word: string) => NO_NAME.has(keyOf(word));

/** True when a part after a comma is nothing but degrees; with `known`, only those of the list. */
export function isSuffixList(part: string, known: boolean): boolean {
  const words = part
    .replace(/\bPh\. D\b/i, 'PhD')
    .split(/[\s/&–—]+|-(?=\s)/)
    .filter(Boolean);
  return (
    words.length > 0 &&
    words.every((word) => isListedSuffix(word) || (!known && LOOKS_LIKE_DEGREE.test(word)))
  );
}

function isListedSuffix(word: string): boolean {
  const key = keyOf(word).replace(/®$/, '');
  if (GENERATIONS.has(key) || key === 'v') return !INITIALS.test(word);
  if (isJoinedDegree(word)) return true;
  return (
    (CREDENTIALS.has(key) || CREDENTIALS.has(key.replace(/-/g, ''))) &&
    (!AMBIGUOUS.has(key) || isCapital(word))
  );
}
