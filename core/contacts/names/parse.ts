// A written name taken apart: titles, given names, family name with its particles, suffixes, nicknames, pronouns.
import { isGeneration, isNobility, isSuffixList } from '#core/contacts/credentials.ts';
import type { StructuredName } from '#core/contacts/model.ts';
import { undecorated } from './decoration.ts';
import { type Core, otherOrder } from './order.ts';
import { type Taken, taken, wordsOf } from './pieces.ts';
import { standsBeforeGiven } from './titles.ts';
import { usualName } from './usual.ts';
import { joined, western } from './western.ts';

/** A written name, taken apart. */
export interface ParsedName {
  /** The vCard components. `prefix` holds all titles, `suffix` generation, degrees and honours as written. */
  readonly n: StructuredName;
  /** What stood in quotes or brackets: `Ned` of `Edmund (Ned) Farrow`. */
  readonly nicknames: readonly string[];
  /** `she/her`; empty when none are given. */
  readonly pronouns: string;
  /** `Jr.`, `III`; empty when none is given. */
  readonly generation: string;
  /** Degrees, certificates and honours, one each. */
  readonly credentials: readonly string[];
  /** Family names at birth: `Schulz` of `Maria Weber, geb. Schulz`. */
  readonly birthNames: readonly string[];
}

function coreOf({ prefix, words, family }: Taken): Core {
  if (words.length === 0) return { given: '', additional: '', family: family.join(' ') };
  const pieces = joined(words);
  if (family.length > 0)
    return { given: pieces[0]!, additional: pieces.slice(1).join(' '), family: family.join(' ') };
  // `Rev. Andrews` has a family name, `Sister Mary` has not.
  if (pieces.length === 1 && prefix.length > 0 && !standsBeforeGiven(prefix))
    return { given: '', additional: '', family: pieces[0]! };
  return otherOrder(pieces) ?? western(pieces);
}

/** The vCard components of the pieces. */
export function structured(pieces: Taken): StructuredName {
  const { given, additional, family } = coreOf(pieces);
  return { family, given, additional, prefix: pieces.prefix.join(' '), suffix: pieces.suffix.join(', ') };
}

const NOTHING_ELSE = {
  nicknames: [],
  pronouns: '',
  generation: '',
  credentials: [],
  birthNames: [],
} satisfies Partial<ParsedName>;

/**
 * Takes any written name apart: `Prof. Dr. Juan Q. de la Vega, PhD`, `de la Vega, Juan`, `Ada “Countess” Byron (she/her)`,
 * `Kim Min-jun`, `李明`, `Иванов Иван Иванович`. Total: what is not understood stays in the name. The order is taken for
 * Western unless letters, known family names or endings say otherwise.
 */
export function parseName(written: string): ParsedName {
  const usual = usualName(written);
  if (usual) {
    const [given, additional, family] = usual;
    return { n: { family, given, additional, prefix: '', suffix: '' }, ...NOTHING_ELSE };
  }
  const decoration = undecorated(written);
  const pieces = taken(decoration);
  const suffixes = pieces.suffix.flatMap((part) =>
    isSuffixList(part, true) ? wordsOf(part.replace(/[/&]/g, ' ')) : [part],
  );
  return {
    n: structured(pieces),
    nicknames: decoration.nicknames,
    pronouns: decoration.pronouns,
    generation: suffixes.find(isGeneration) ?? '',
    credentials: suffixes.filter((part) => !isGeneration(part) && !isNobility(part)),
    birthNames: decoration.birthNames,
  };
}
