// What a record of the preview says besides a name, in words: for a person what they do, for a fact what happened.
import type { ImportItem } from '#core/imports/model.ts';
import type { TieEvidence } from '#core/network/model.ts';
import { PartialDate } from '#core/shared/dates.ts';
import { countedWords } from '#renderer/people/tie.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';

/** What a record says about two people; `other` is the second one's name, empty for the owner. */
export interface Fact extends Pick<TieEvidence, 'kind' | 'on' | 'text'> {
  readonly count: number;
  readonly other: string;
}

type Shown = Pick<ImportItem, 'subject' | 'detail'> & { readonly evidence?: Fact | undefined };

/** "14 letters both ways, the last in May 2024"; of two others with whom. Never more than the file says. */
export function factWords({ other, ...evidence }: Fact): string {
  const words = countedWords(evidence, other === '' ? 'owner' : 'others');
  return other === '' ? words : i18n.t('imports:fact.with', { other: isolated(other), words });
}

/** Between the parts of a detail; a plan writes it so. */
const BETWEEN = ' · ';

/** The second line of a record. The day of an event is written as people write it. */
export function detailWords({ subject, detail, evidence }: Shown): string {
  if (evidence !== undefined) return factWords(evidence);
  if (subject !== 'event') return detail;
  const [day = '', ...rest] = detail.split(BETWEEN);
  return [PartialDate.safeParse(day).success ? dateWords(day) : day, ...rest].join(BETWEEN);
}
