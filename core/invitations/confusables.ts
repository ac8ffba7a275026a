// Letters and signs that pass for Latin ones: a subset of Unicode's confusables (UTS 39), those met in spam.

// Capitals whose small letter looks like another one: Greek Η is an H, η an n.
const CAPITALS = 'ΗhΝnΥyΡpΧxΖzΒbΜmВbНhСcРpУyХxЅsЈjԀd';
// Compared after folding, so small letters only.
const SMALL = [
  'аaвbеeкkмmнhоoрpсcтtуyхxіiїiјjѕsԁdԛqԝwһhӏlґrгrпnьbәeёeзzлlдdѵvүyҝkӊh',
  'αaβbεeηnικιiκkμuνvοoπnρpσoτtυuχxωwγyξeζzθo',
  'ɑaɡgɩiɪiɴnɢgʀrʏyʙbʜhʟlɛeꜱsᴀaᴄcᴅdᴇeᴊjᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢzɯmɹrʇtɐaǝeɾrɓbɗdꞮi',
  'օoսuոnհhցgսuյjԛqքpրn',
  'ꭺaᏴbꮯcᎬeꮋhꭻjᏦkᏞlꮇmꮲpꮪsꭲtᏙvꮃwᏃz',
];
// Digits and signs written for letters; `l` and `i` are one, so a 1 or a bar is either.
const SIGNS = '0o1i3e4a5s7t8b9g$s@a!i|i€e£l¢c¥y';

const pairs = (text: string): (readonly [string, string])[] =>
  (text.match(/../gu) ?? []).map((pair) => {
    const [sign = '', letter = ''] = pair;
    return [sign, letter];
  });

const CAPITAL = new Map(pairs(CAPITALS));
const LOOK_ALIKE = new Map([
  ...SMALL.flatMap(pairs).map(([sign, letter]) => [sign.toLowerCase(), letter] as const),
  ...pairs(SIGNS),
  ['l', 'i'] as const,
]);

/** Letters in a box, a ball or a flag, which Unicode does not decompose: 🅰 🅐 🇦. */
const UNDECOMPOSED = '\\u{1f150}-\\u{1f169}\\u{1f170}-\\u{1f189}\\u{1f1e6}-\\u{1f1ff}';
/** Those, and the circled and squared letters that it does: ⓦ 🄰. */
export const ENCLOSED = `${UNDECOMPOSED}\\u{1f130}-\\u{1f149}\\u24b6-\\u24e9`;
const ENCLOSED_LETTER = new RegExp(`[${UNDECOMPOSED}]`, 'gu');
const FIRST_LETTERS = [0x1_f1_e6, 0x1_f1_70, 0x1_f1_50];

function enclosed(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  const first = FIRST_LETTERS.find((one) => point >= one) ?? point;
  return String.fromCodePoint(97 + point - first);
}

/** Capitals and enclosed letters as the small Latin letter they look like; to be called before folding. */
export const bareCapitals = (word: string): string =>
  word
    .replaceAll(ENCLOSED_LETTER, enclosed)
    .replaceAll(/[\u0370-\u052f]/gu, (letter) => CAPITAL.get(letter) ?? letter);

/** The Latin letter a folded letter or sign looks like; `l` is `i`. */
export const looksLike = (letter: string): string => {
  const latin = LOOK_ALIKE.get(letter) ?? letter;
  return latin === 'l' ? 'i' : latin;
};
