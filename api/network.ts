import { z } from 'zod';
import { ContactId, ContactSummary } from '#core/contacts/model.ts';
import { QueryText } from './contacts.ts';
import {
  Acquainted,
  Advice,
  Introducer,
  JudgedPath,
  MutualContact,
  NetworkPath,
  TieLevel,
} from '#core/network/model.ts';
import { PartialDate } from '#core/shared/dates.ts';
import { Relation, RelationId, RelationWord } from '#core/network/relation.ts';
import { command, query } from './base.ts';
import { NetworkCircle, NetworkSource, OverTime } from './network-pictures.ts';

const Target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contact'), contactId: ContactId }),
  z.strictObject({ kind: z.literal('org'), org: z.string().trim().min(1).max(300) }),
  /** Whoever a query of the search box finds: a profession, a place, a school. */
  z.strictObject({ kind: z.literal('found'), text: QueryText.refine((text) => text.trim() !== '') }),
]);

/** Everything about reaching somebody on one page. */
const LookUp = z.strictObject({
  advice: Advice,
  /** The best ways, as `paths` has them, with the links that have to be warmed up first. */
  paths: z.array(JudgedPath),
  /** How many people were asked about. */
  total: z.int().nonnegative(),
  /** Of an organisation or a query: whom of them the owner has to do with, closest first, at most fifty; and how many. */
  known: z.array(Acquainted),
  knownCount: z.int().nonnegative(),
  /** Of an organisation: who was there once and whom the owner has to do with, closest first, at most fifty. */
  former: z.array(
    Acquainted.extend({
      /** What they were there. */
      was: z.string(),
      /** When that ended; `isSeen`: the first file that said something else. */
      until: PartialDate.optional(),
      isSeen: z.boolean(),
    }),
  ),
  /** Of an organisation or a query: who knows one of them, judged by the weaker of both links, at most fifty. */
  introducers: z.array(Introducer),
});
export type LookUp = z.infer<typeof LookUp>;

/** What the book has for somebody who is not in it. */
const Stranger = z.strictObject({
  /** People whose name is much like it, the likest first. */
  similar: z.array(ContactSummary),
  /** Each mutual contact that was named, and the people of that name, with the owner's tie to them. */
  mutuals: z.array(z.strictObject({ name: z.string(), people: z.array(Acquainted) })),
});
export type Stranger = z.infer<typeof Stranger>;

export type Target = z.infer<typeof Target>;

/** Numbers of one width as base64 (RFC 4648 §4) of their bytes, lowest byte first: thousands of them in one go. */
const Packed = z.string();

/** Whose ties are drawn: everybody's, those of the people a query finds, or one person and who is around them. */
const PictureScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('found'), text: QueryText }),
  z.strictObject({
    kind: z.literal('around'),
    contactId: ContactId,
    hops: z.union([z.literal(1), z.literal(2)]).default(2),
  }),
]);
export type PictureScope = z.infer<typeof PictureScope>;

/** A network to be drawn, as core's `Picture` is, packed. */
const PackedPicture = z.strictObject({
  /** Int32: keys of the people. */
  ids: Packed,
  /** Uint8: the owner's own tie to each, a place on the ladder of levels. */
  levels: Packed,
  /** Uint8: 1 for whoever is confidential, who goes into no file. */
  confidential: Packed,
  /** Uint8: how the owner met each, a place in HOW_MET. */
  how: Packed,
  /** Int32: how many of the others each is tied to. */
  degrees: Packed,
  /** Int32: two places in `ids` a tie, the strongest tie first. */
  pairs: Packed,
  /** Uint8: the level of each tie, 8 more where it is only likely. */
  kinds: Packed,
  /** How many ties there are between these people, drawn or not. */
  tieCount: z.int().nonnegative(),
});
export type PackedPicture = z.infer<typeof PackedPicture>;

export const network = {
  /** Who in the book knows this person, on what basis, strongest first; at most two hundred. */
  mutuals: query.input(z.strictObject({ contactId: ContactId })).output(z.array(MutualContact)),
  /** The best ways from the owner to a person, or to anybody at an organisation or found by a query, best first. */
  paths: query.input(z.strictObject({ to: Target })).output(z.array(NetworkPath)),
  /** All that helps to reach a person, somebody at an organisation, or one of those a query finds. */
  lookUp: query.input(z.strictObject({ to: Target })).output(LookUp),
  /** Somebody who is not in the book, by name and by the mutual contacts that LinkedIn shows. */
  stranger: query
    .input(
      z.strictObject({
        fn: z.string().trim().min(1).max(300),
        mutualNames: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
      }),
    )
    .output(Stranger),
  /** Organisations whose name starts like this, for the field that asks for one. */
  findOrgs: query
    .input(z.strictObject({ text: z.string().max(200), limit: z.int().positive().max(50).default(8) }))
    .output(z.array(z.strictObject({ org: z.string(), people: z.int() }))),
  /** People and the ties between them to be drawn; where there are too many ties everybody's strongest. */
  picture: query.input(z.strictObject({ scope: PictureScope })).output(PackedPicture),
  /** Whom the owner met when, each person once a month or year. */
  overTime: query.input(z.strictObject({ step: z.enum(['month', 'year']) })).output(OverTime),
  /** Where people come from and who introduced whom; sources with most people first, at most three hundred. */
  sources: query.output(z.array(NetworkSource)),
  /** The owner's people by level, the best known first; at most five hundred are named. */
  circles: query.output(z.array(NetworkCircle)),
  /** What to call people in the picture, by key; those who are gone are left out. */
  names: query
    .input(z.strictObject({ ids: z.array(ContactId).max(1000) }))
    .output(z.array(z.strictObject({ id: ContactId, fn: z.string(), org: z.string() }))),
  /** The owner's own word: how well I know them (`other` absent), or that they know each other. */
  stateTie: command
    .input(
      z.strictObject({
        contactId: ContactId,
        other: ContactId.optional(),
        level: TieLevel,
        note: z.string().max(2000).default(''),
        /** What `other`, or the owner, is to the person, said in the same breath. */
        relation: RelationWord.optional(),
      }),
    )
    .output(z.void()),
  /** What others and the owner are to this person, as the owner and the files say; at most two hundred. */
  relations: query.input(z.strictObject({ contactId: ContactId })).output(z.array(Relation)),
  /** The owner says what `other` (absent: the owner) is to a person. Saying it again changes nothing. */
  addRelation: command
    .input(z.strictObject({ contactId: ContactId, other: ContactId.optional(), relation: RelationWord }))
    .output(z.void()),
  /** Takes back what the owner has said; what a file says cannot be taken back here. */
  removeRelation: command.input(z.strictObject({ id: RelationId })).output(z.void()),
};
