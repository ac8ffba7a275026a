// The endings that make a pet name out of a name, in the languages where they are regular.

interface Ending {
  readonly ending: RegExp;
  /** What may stand where the ending was. */
  readonly instead: readonly string[];
}

/** Romanised. More telling endings first: the first full form that is a known name is taken. */
const ENDINGS: readonly Ending[] = [
  // Spanish: Carlitos, Juanita, Miguelito, Carmencita, Juancho
  { ending: /c?itos?$/, instead: ['', 'o', 'os', 'e'] },
  { ending: /c?itas?$/, instead: ['', 'a', 'as', 'e'] },
  { ending: /(?:illo|ucho|ico|in)$/, instead: ['o', '', 'e'] },
  { ending: /(?:illa|ucha|ica)$/, instead: ['a', ''] },
  // Portuguese: Ronaldinho, Aninha, Joãozinho, Carlão
  { ending: /z?inho$/, instead: ['o', '', 'os', 'e'] },
  { ending: /z?inha$/, instead: ['a', '', 'e'] },
  { ending: /ao$/, instead: ['o', 'os', ''] },
  // Italian: Paolino, Simonetta, Carluccio, Donatella
  { ending: /(?:ino|etto|uccio|ello)$/, instead: ['o', 'io', 'e', 'a'] },
  { ending: /(?:ina|etta|uccia|ella)$/, instead: ['a', 'ia', 'e', 'o'] },
  // German and Dutch: Hänschen, Peterle, Jantje, Anneke
  { ending: /(?:chen|lein|le|erl|ken)$/, instead: ['', 'e', 'a'] },
  { ending: /(?:etje|pje|tje|je|ke)$/, instead: ['', 'e', 'a'] },
  // French: Pierrot, Jeannot, Charlot, Jeannette
  { ending: /(?:ot|ou|et)$/, instead: ['e', ''] },
  { ending: /(?:ette|on)$/, instead: ['e', '', 'a'] },
  // Russian and Ukrainian: Сашенька, Анечка, Олюся, Андрюша, Тарасик, Сашко
  {
    ending:
      /(?:[aiyu]?echka|ochka|ichka|enka|onka|onk|unechka|ulechka|yushka|ushka|yusha|usha|yunya|unya|ulya|usya|asya)$/,
    instead: ['ya', 'a', 'ia', 'ja', '', 'i', 'iya', 'y'],
  },
  {
    ending: /(?:chik|chyk|sik|syk|ik|yk|us|yus|ko|ka|onko|enko)$/,
    instead: ['', 'a', 'ya', 'ia', 'o', 'iy'],
  },
  // Polish: Tomeczek, Haneczka, Michałek, Ewka, Anusia
  { ending: /eczek$/, instead: ['ek', ''] },
  { ending: /eczka$/, instead: ['ka', 'a', 'ia'] },
  { ending: /(?:usia|unia|cia|enka|ula)$/, instead: ['a', 'ia', 'na'] },
  { ending: /(?:ek|us|uś|cio|unio|usio)$/, instead: ['', 'iusz', 'y'] },
  // English, German and Dutch: Georgie, Rickey, Martini
  { ending: /(?:ie|ey|y|i)$/, instead: ['', 'e', 'a'] },
];

const SHORTEST = 3;

/** `Paquito` → paco, `Bobby` → bob. */
const respelled = (stem: string) =>
  [stem, stem.replace(/qu$/, 'c'), stem.replace(/gu$/, 'g'), stem.replace(/(.)\1$/, '$1')].filter(
    (form, at, all) => all.indexOf(form) === at,
  );

/**
 * What a romanised pet name may be made from, by its ending, likeliest first: `carlitos` → carl, carlo, carlos …
 * Most of the answers are no names: look them up. Empty when no ending is known or the stem would be too short.
 */
export function fullForms(petName: string): readonly string[] {
  const forms: string[] = [];
  for (const { ending, instead } of ENDINGS) {
    const at = petName.search(ending);
    if (at < SHORTEST - 1) continue;
    for (const stem of respelled(petName.slice(0, at)))
      for (const end of instead) if (stem.length + end.length >= SHORTEST) forms.push(stem + end);
  }
  return forms;
}
