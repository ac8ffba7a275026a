// What two people are to each other, beside how well they know each other: mentor and mentee, client and supplier, kin.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { idOf } from '#core/shared/brand.ts';
import type { TieLevel } from './model.ts';

/** The row of evidence a relation is kept in. */
export const RelationId = idOf('Relation');
export type RelationId = z.infer<typeof RelationId>;

/** What one is to the other; RELATED's own types (RFC 6350 §6.6.6) where there is one. */
export const RELATION_TYPES = [
  'co-worker',
  'manager',
  'report',
  'mentor',
  'mentee',
  'client',
  'supplier',
  'investor',
  'founder',
  'co-founder',
  'teacher',
  'student',
  'assistant',
  'principal',
  'friend',
  'spouse',
  'partner',
  'parent',
  'child',
  'sibling',
  'kin',
  'neighbor',
  'co-resident',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** Two words for one relation, by the end it is looked at from; a type that is missing is the same from both. */
const PAIRS = [
  ['manager', 'report'],
  ['mentor', 'mentee'],
  ['client', 'supplier'],
  ['investor', 'founder'],
  ['teacher', 'student'],
  ['assistant', 'principal'],
  ['parent', 'child'],
] as const satisfies readonly (readonly [RelationType, RelationType])[];

const INVERSE: ReadonlyMap<RelationType, RelationType> = new Map(
  PAIRS.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

/** How the relation reads from the other end: whose mentor somebody is, is their mentee. */
export const inverseOf = (type: RelationType): RelationType => INVERSE.get(type) ?? type;

/** Other words of RFC 6350, of products and of their owners for the same. */
const WORDS: ReadonlyMap<string, RelationType> = new Map<string, RelationType>([
  ...RELATION_TYPES.map((type) => [type, type] as const),
  ['coworker', 'co-worker'],
  ['colleague', 'co-worker'],
  ['boss', 'manager'],
  ['supervisor', 'manager'],
  ['husband', 'spouse'],
  ['wife', 'spouse'],
  ['domestic-partner', 'partner'],
  ['mother', 'parent'],
  ['father', 'parent'],
  ['son', 'child'],
  ['daughter', 'child'],
  ['brother', 'sibling'],
  ['sister', 'sibling'],
  ['relative', 'kin'],
  ['neighbour', 'neighbor'],
  ['roommate', 'co-resident'],
]);

/** The relation a word names, however it is written; undefined for one's own words, as `godparent`. */
export const relationNamed = (word: string): RelationType | undefined =>
  WORDS.get(word.trim().toLowerCase().replaceAll(' ', '-'));

/** A relation's word read from the other end; undefined where it is in one's own words, which have no other end. */
export function inverseWord(word: string): string | undefined {
  const type = relationNamed(word);
  return type === undefined ? undefined : inverseOf(type);
}

const LEVELS: Readonly<Partial<Record<RelationType, TieLevel>>> = {
  'co-founder': 'know_well',
  friend: 'know_well',
  spouse: 'know_well',
  partner: 'know_well',
  parent: 'know_well',
  child: 'know_well',
  sibling: 'know_well',
  'co-worker': 'know',
  manager: 'know',
  report: 'know',
  mentor: 'know',
  mentee: 'know',
  assistant: 'know',
  principal: 'know',
  kin: 'know',
  neighbor: 'know',
  'co-resident': 'know',
};

/** How well people who are this to each other know each other, the same from both ends: at least acquainted. */
export function levelOfRelation(word: string): TieLevel {
  const type = relationNamed(word);
  return (type === undefined ? undefined : LEVELS[type]) ?? 'acquaintance';
}

/**
 * What somebody is to another, in the owner's words: a type, or words for what the two are to each other. A comma
 * would make two relations of it.
 */
export const RelationWord = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .transform((word) => relationNamed(word) ?? word.replaceAll(/\s*,\s*/g, '; '));

/** Files list several words for one pair: `friend, co-worker`. */
export const wordsIn = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** One piece of evidence that two people are related, as the book has it, from the page of one of them. */
export interface RelatedRow {
  readonly id: number;
  /** Undefined: the owner. */
  readonly other?: { readonly contactId: ContactId; readonly fn: string } | undefined;
  /** What the second of the pair is to the first. */
  readonly text: string;
  /** The page is that of the second. */
  readonly isTurned: boolean;
  /** The owner said it; otherwise an import did. */
  readonly isOwn: boolean;
  readonly fileName?: string | undefined;
}

/** What somebody else, or the owner, is to a person. */
export const Relation = z.strictObject({
  id: RelationId,
  /** Absent: the owner. */
  other: z.strictObject({ contactId: ContactId, fn: z.string() }).optional(),
  /** What the other is to the person: a type, or words of the owner or a file. */
  word: z.string(),
  /** The words are a file's, and say what the person is to the other. */
  isTurned: z.boolean(),
  /** The owner said it and may take it back. */
  isOwn: z.boolean(),
  /** The file that says so. */
  fileName: z.string().optional(),
});
export type Relation = z.infer<typeof Relation>;

/**
 * The relations of one person, each said once although both cards or several files may say it; the owner's own word
 * first, which may be taken back. Relations with the owner come first, then by name.
 */
export function relationsOf(rows: readonly RelatedRow[]): Relation[] {
  const found = new Map<string, Relation>();
  for (const row of rows.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.id - b.id)) {
    for (const relation of readRow(row)) {
      const key = `${row.other?.contactId ?? 0} ${Number(relation.isTurned)} ${relation.word.toLowerCase()}`;
      if (!found.has(key)) found.set(key, relation);
    }
  }
  return [...found.values()].toSorted(
    (a, b) => Number(a.other !== undefined) - Number(b.other !== undefined) || byName(a, b),
  );
}

const byName = ({ other: a }: Relation, { other: b }: Relation): number =>
  (a?.fn ?? '') < (b?.fn ?? '') ? -1 : (a?.fn ?? '') > (b?.fn ?? '') ? 1 : 0;

function readRow({ id, other, text, isTurned, isOwn, fileName }: RelatedRow): Relation[] {
  return (isOwn ? [text] : wordsIn(text)).map((written) => {
    const type = relationNamed(written);
    return {
      id: RelationId.parse(id),
      ...(other !== undefined && { other }),
      word: type === undefined ? written : isTurned ? inverseOf(type) : type,
      isTurned: isTurned && !isOwn && type === undefined,
      isOwn,
      ...(fileName !== undefined && { fileName }),
    };
  });
}
