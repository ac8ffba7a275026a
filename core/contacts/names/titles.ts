// Titles before a name: courtesy, academic, military, of nobility, church, court and state, in the languages people use.

const set = (words: string) => new Set(words.split(' '));
const keyOf = (word: string) => word.toLowerCase().replace(/[.,'’°ºª]/g, '');

/** Titles wherever they stand before a name: nobody is called so. */
const TITLES = set(
  'dr drs dra prof professor profa profssa professoressa mr mrs ms miss mx mister missus madam madame sir dame lord lady ' +
    'rev revd reverend hon honorable honourable judge capt captain ltgen ltcol ltgov gov governor lieutenant sgt ' +
    'sergeant cmdr commander cdr cpl corporal pvt adm admiral general colonel brigadier brig commodore ensign cadet wing ' +
    'datuk dato datin sheikha shaikha haji father sister brother mother rabbi imam sheikh shaykh sheik sayyid hajji hadji ayatollah mullah maulana emir emira ' +
    'pope cardinal archbishop bishop archdeacon deacon abbot abbess friar monsignor msgr vicar chaplain ' +
    'king queen princess emperor empress sultan sultana pharaoh viscount viscountess countess baroness duchess ' +
    'marquess marchioness majesty excellency highness eminence holiness worship president chairman chairwoman ' +
    'chancellor senator congressman congresswoman representative minister secretary ambassador consul mayor councillor ' +
    'councilwoman councilman alderman coach constable detective inspector sheriff trooper nurse aunt auntie uncle ' +
    'grandma grandpa granny hrh cpt ssg msgt sfc pfc spc a/prof cllr ustaz ustadz ' +
    'herr frau fräulein hr dipl-ing dipling dipl dipl-kfm diplkfm dipl-kffr dipl-inform dipl-päd dipl-psych ' +
    'dipl-vw dipl-phys dipl-chem dr-ing dring ddr ddres mmag pd privdoz priv-doz univ-prof univprof apl-prof ao-prof ' +
    'jun-prof ra stb wp magfh ' +
    'dott dottssa dotssa sig sigra signor signora signorina avv geom rag arch ' +
    'mme mlle monsieur mademoiselle maître pr ' +
    'señor señora señorita srta sra dña doña lcdo lcda mtro mtra arq ' +
    'senhor senhora engo enga eng exmo exma ilmo ' +
    'dhr mevr mevrouw meneer mw dhrs ir ' +
    'pani państwo mgr inż hab ks płk ppłk mjr kpt por mudr judr rndr phdr paeddr mvdr pharmdr doc bc paní slečna ' +
    'fru fröken frk ' +
    'г-н г-жа господин госпожа проф профессор д-р акад академик доц пан пані панна ' +
    'bay bayan sayın doç öğr gör av ' +
    'özv ifj id ' +
    'shri smt sri kumari pandit swami sardar adv ' +
    'ông bà ' +
    'κ κα κος δρ',
);
/** Of nobility, and family names too: titles only before a whole name, `Graf Otto Waldsee`. */
const NOBLE = set(
  'graf gräfin fürst fürstin prinz prinzessin herzog herzogin freiherr freifrau baronin comte comtesse vicomte duc conte ' +
    'contessa marchese marquis hrabia książę',
);
/** Abbreviations and words that are names or initials too: they count with their stop, or next to another title. */
const WITH_STOP = new Set([
  ...set(
    'ing mag lic fr sr col gen maj lt av doc por wp ra pr arch rag id ir eng bc mw pan wing hr hab pd κ justice ' +
      'sen rep pres br dn ts ths pgs lek pastor master',
  ),
  ...NOBLE,
]);
/** Of those, the ones that also count without a stop when two more words follow: `Col John Smith`. */
const RANKS = set('col gen maj lt fr justice pastor master');
/** Words that are given or family names at least as often: titles only next to another one or before `of`. */
const ALSO_NAMES = set(
  'dean major duke earl baron prince count marshal marshall don dom doctor frater elder nana',
);
/** Before a title only: `Chief Judge`, `US Magistrate Judge`, `His Royal Highness`. */
const MODIFIERS = set(
  'the his her your our us united states state federal chief senior junior district magistrate designated associate ' +
    'assistant asst assoc deputy vice supreme acting former prime attorney first second third 1st 2nd 3rd rt right very most ' +
    'royal national lance staff master sergeant petty officer rear squadron flight pilot group field air special circuit ' +
    'bankruptcy appellate presiding general lead head univ em emer emeritus apl o ao hochwürden sehr geehrte geehrter',
);
/** After a title: the faculty, and that it is an honour. */
const FACULTIES = set(
  'med phil rer nat pol oec hc h c e habil hab jur iur ing dent vet theol mult eh techn sc agr paed päd cult mont ' +
    'publ soc disc biol hum forest silv n inż em emer emeritus emerita',
);
/** What may follow `of` in a title and is more than one word. */
const OFFICES = set('bench division court states kingdom appeals affairs treasury staff');
const ANDS = set('and & und et y e i og och en');

/** `M.` and `D.` are courtesies before a French or Spanish given name, initials otherwise. */
const COURTESY_GIVEN = set(
  'jean pierre michel jacques andré philippe louis françois claude bernard alain gérard rené henri georges marcel ' +
    'patrick christian nicolas laurent thierry éric olivier pascal frédéric christophe stéphane julien guillaume antoine ' +
    'juan josé jose antonio manuel francisco luis miguel javier carlos fernando rafael pedro jesús ángel ramón vicente ' +
    'jaime enrique diego',
);

const isCompound = (word: string) => {
  const pieces = word.toLowerCase().split(/[-.]/).filter(Boolean);
  return (
    pieces.length > 1 &&
    pieces.some((piece) => piece.length > 1) &&
    pieces.every(
      (piece) =>
        piece.length > 1 &&
        (TITLES.has(piece) ||
          WITH_STOP.has(piece) ||
          ALSO_NAMES.has(piece) ||
          FACULTIES.has(piece) ||
          // `Magistrate-Judge`
          (MODIFIERS.has(piece) && TITLES.has(pieces.at(-1)!))),
    )
  );
};

/** `M. Jean`, `Don Pedro`, `Me Claire Dubois`, `DI Karl Weber`: by what follows or by how it is written. */
function isCourtesy(words: readonly string[], at: number): boolean {
  const word = words[at]!;
  const next = words[at + 1];
  if (next === undefined) return false;
  if (/^(?:Me\.?|DI)$/.test(word)) return words.length - at > 2 && next !== next.toUpperCase();
  if (/^[DM]\.$/.test(word) && /^(?:et|le|mme)$/i.test(next)) return true;
  return /^(?:[DM]\.|don|dom)$/i.test(word) && COURTESY_GIVEN.has(next.toLowerCase());
}

/** An abbreviation or a rank: with its stop, beside another title, or before a whole name. */
function isShortTitle(words: readonly string[], at: number, key: string): boolean {
  const isBeforeName = words.length - at > 2;
  if (key === 'pan') return isTitleWord(words[at + 1]) || (isBeforeName && words[at + 1]!.length > 4);
  if (NOBLE.has(key)) return isBeforeName;
  return /[.°ºª]/.test(words[at]!) || (RANKS.has(key) && isBeforeName) || isTitleWord(words[at + 1]);
}

const TWO_INITIALS = /^\p{Lu}\.\p{Lu}\.$/u;
const isFaculty = (word: string, key: string) =>
  FACULTIES.has(key) && /\.$|^(?:hc|habil|emerit(?:us|a))$/i.test(word);

/** True when the word at `at` is a title; `near` when it stands next to another. */
function isTitle(words: readonly string[], at: number, near: boolean): boolean {
  const word = words[at]!;
  // `M.S. Jones` has two initials and is no Ms.
  const key = TWO_INITIALS.test(word) ? '' : keyOf(word);
  if (near && (WITH_STOP.has(key) || ALSO_NAMES.has(key) || isFaculty(word, key))) return true;
  if (WITH_STOP.has(key)) return isShortTitle(words, at, key);
  if (TITLES.has(key) || (word.length > 3 && isCompound(word))) return true;
  return isCourtesy(words, at) || (ALSO_NAMES.has(key) && isFollowedByOf(words, at));
}

/** `Duke of Mahon`, `Baron von Stein`. */
const isFollowedByOf = (words: readonly string[], at: number) => /^(?:of|von)$/i.test(words[at + 1] ?? '');

const isTitleWord = (word: string | undefined) => {
  const key = keyOf(word ?? '');
  return TITLES.has(key) || (MODIFIERS.has(key) && key !== 'junior' && key !== 'senior');
};

const isModifier = (word: string) => MODIFIERS.has(keyOf(word)) && !/^[A-Z]\.?$/.test(word);

/** How many words from `at` on are one title with what modifies it; 0 when it is none. */
function titleRun(words: readonly string[], at: number): number {
  let end = at;
  while (end < words.length && isModifier(words[end]!)) end++;
  // `Dr. o. Prof.`: a modifier that is a title itself, or one with nothing behind it.
  if (end < words.length && isTitle(words, end, at > 0 || end > at)) return end + 1 - at;
  while (end > at && !isTitle(words, end - 1, at > 0 || end - 1 > at)) end--;
  return end > at && mayEndTitle(words[end - 1]!, at > 0) ? end - at : 0;
}

/** True for a modifier that is a title without another word behind it; `near` for `Professor Emeritus` too. */
function mayEndTitle(word: string, near: boolean): boolean {
  const key = keyOf(word);
  return TITLES.has(key) || (near && isFaculty(word, key));
}

/** What hangs on the title that ends before `at`: `of the King's Bench`, `and Mrs.`. */
function continuation(words: readonly string[], at: number): number {
  const key = words[at]?.toLowerCase() ?? '';
  if (ANDS.has(key)) {
    const run = titleRun(words, at + 1);
    return run > 0 ? run + 1 : 0;
  }
  if (key !== 'of' && key !== 'for') return 0;
  let end = at + 1;
  while (/^(?:the|and)$/i.test(words[end] ?? '')) end++;
  end++;
  while (OFFICES.has(words[end]?.toLowerCase() ?? '')) end++;
  return Math.min(end, words.length) - at;
}

/** Where the titles end, which may be behind the last word. */
function titlesUntil(words: readonly string[]): number {
  let at = 0;
  for (;;) {
    const step = titleRun(words, at) || (at > 0 ? continuation(words, at) : 0);
    if (step === 0) return at;
    at += step;
  }
}

/**
 * How many words at the front of a name are titles: 1 for `Dr. Ada Byron`, 4 for `Prof. Dr. Dr. h.c. Hans Meier`, 3 for
 * `Mr. and Mrs. Smith` and for `Secretary of State Jane Barnes`. All of them only when the whole is an office
 * (`The Earl of Mahon`), an abbreviation (`Prof. Dr.`) or one word that can be nothing else (`Coach`).
 */
export function titleCount(words: readonly string[]): number {
  if (words.length === 0 || !mayBeTitle(words[0]!)) return 0;
  if (words.length === 1) return TITLES.has(keyOf(words[0]!)) && !WITH_STOP.has(keyOf(words[0]!)) ? 1 : 0;
  const at = titlesUntil(words);
  const isOffice = words.some((word) => word.toLowerCase() === 'of');
  const isAll = isOffice || words.at(-1)!.endsWith('.');
  return at >= words.length && !isAll ? words.length - 1 : Math.min(at, words.length);
}

const ANY_TITLE = new Set([...TITLES, ...WITH_STOP, ...ALSO_NAMES, ...MODIFIERS, 'me', 'di']);

/** True when a name that starts with this word may start with a title: cheap, and never false for one that does. */
export const mayBeTitle = (word: string) => ANY_TITLE.has(word.toLowerCase()) || /[-./,'’°ºª]/.test(word);

/** Titles that stand before a given name when only one name follows: `Sir Gerald`, `Queen Elizabeth`, `Sister Mary`. */
const BEFORE_GIVEN = set(
  'sir dame king queen prince princess pope emperor empress sultan brother sister father mother aunt auntie uncle frater ' +
    'don doña dña dom swami sheikh shaykh sheik sheikha shaikha haji hajji hadji emir saint ks master',
);

/** True when the one name after these titles is a given name: `Sister Mary`, but not `Rev. Andrews`. */
export function standsBeforeGiven(titles: readonly string[]): boolean {
  return BEFORE_GIVEN.has(keyOf(titles.at(-1) ?? ''));
}

/** True for a title that people also write in front of a family name in a field of its own: `Dr.`, `Prof.`. */
export function isPlainTitle(word: string): boolean {
  const key = keyOf(word);
  return (
    (TITLES.has(key) || WITH_STOP.has(key)) && (word.endsWith('.') || /^(?:drs?|profs?|dipl-ing)$/.test(key))
  );
}
