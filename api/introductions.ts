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
import { command, query } from './base.ts';

export const introductions = {
  list: query.output(z.array(Introduction)),
  get: query.input(z.strictObject({ id: IntroductionId })).output(Introduction),
  create: command.input(IntroductionForm).output(z.strictObject({ id: IntroductionId })),
  update: command.input(z.strictObject({ id: IntroductionId, form: IntroductionForm })).output(z.void()),
  /** One step of the double opt-in; refused where the state machine does not allow it. */
  advance: command.input(z.strictObject({ id: IntroductionId, step: IntroductionStep })).output(z.void()),
  delete: command.input(z.strictObject({ id: IntroductionId })).output(z.void()),
  /** A letter with the book's facts filled in. */
  draft: query.input(DraftRequest).output(Draft),
  /** The letter as an RFC 5322 message file that a mail program opens as unsent. */
  eml: query
    .input(
      z.strictObject({
        to: z.array(Recipient).max(20),
        subject: z.string().max(998),
        body: z.string().max(100_000),
      }),
    )
    .output(z.strictObject({ fileName: z.string(), text: z.string() })),
};
