import { z } from 'zod';
import {
  Draft,
  DraftRequest,
  Introduction,
  IntroductionForm,
  IntroductionId,
  IntroductionStep,
  Recipient,
} from '#core/introductions/model.ts';
import { ContactId } from '#core/contacts/model.ts';
import { ReceivedLetterId } from '#core/introductions/reply.ts';
import { Flag } from '#core/introductions/privacy/model.ts';
import { Doubt } from '#core/introductions/win-win.ts';
import { Day } from '#core/reminders/model.ts';
import { command, query } from './base.ts';

export const introductions = {
  list: query.output(z.array(Introduction)),
  get: query.input(z.strictObject({ id: IntroductionId })).output(Introduction),
  create: command.input(IntroductionForm).output(z.strictObject({ id: IntroductionId })),
  /** Which way it goes stays as it was begun. */
  update: command
    .input(z.strictObject({ id: IntroductionId, form: IntroductionForm.omit({ direction: true }) }))
    .output(z.void()),
  /** One step of the double opt-in; refused where the state machine does not allow it. */
  advance: command
    .input(
      z.strictObject({
        id: IntroductionId,
        step: IntroductionStep,
        /** The day it happened; today where it is not given. */
        on: Day.optional(),
        /** Private: why, or how it ended. */
        note: z.string().trim().max(2000).optional(),
        /** For "not now": the day it is to be asked again. */
        until: Day.optional(),
      }),
    )
    .output(z.void()),
  delete: command.input(z.strictObject({ id: IntroductionId })).output(z.void()),
  /** What to think about before the two are asked; the weightiest first, empty where it looks worth it to both. */
  doubts: query.input(IntroductionForm).output(z.array(Doubt)),
  /** At most five pairs of whom one seeks what the other offers, in the owner's own words; best first. */
  suggestions: query.output(
    z.array(
      z.strictObject({
        seeker: z.strictObject({ id: ContactId, fn: z.string(), seeks: z.string() }),
        giver: z.strictObject({ id: ContactId, fn: z.string(), offers: z.string() }),
        isMutual: z.boolean(),
      }),
    ),
  ),
  /** A letter with the book's facts filled in. */
  draft: query.input(DraftRequest).output(Draft),
  /** What in a letter should perhaps not leave the book, in reading order; asked before it is copied or saved. */
  check: query
    .input(
      z.strictObject({
        request: DraftRequest,
        subject: z.string().max(998),
        body: z.string().max(100_000),
      }),
    )
    .output(z.array(Flag)),
  /**
   * The letter as an RFC 5322 message file that a mail program opens as unsent. As the answer to a letter it names that
   * one (In-Reply-To, References), which is refused with CONFLICT `not_their_letter` where it goes to anybody else.
   */
  eml: query
    .input(
      z.strictObject({
        to: z.array(Recipient).max(20),
        cc: z.array(Recipient).max(20).default([]),
        bcc: z.array(Recipient).max(20).default([]),
        subject: z.string().max(2000),
        body: z.string().max(100_000),
        replyTo: ReceivedLetterId.optional(),
      }),
    )
    .output(z.strictObject({ fileName: z.string(), text: z.string() })),
};
