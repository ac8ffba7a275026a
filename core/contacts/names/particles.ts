// Small words of family names that may be left out or written on: they do not tell one name from another.

/** Folded words; joining words (`y`, `und`) among them. */
export const FAMILY_PARTICLES: ReadonlySet<string> = new Set(
  (
    'de del della dello delle di da do dos das du des la le las los lo van von vom vander der den zu zur zum ter ten te ' +
    'st san santa al el ul bin bint binti ibn ben abu abd af av dal dalla mac mc o d l y e i und t op ap ' +
    'بن ابن بنت ال ولد בן בת בר אבן'
  ).split(' '),
);
