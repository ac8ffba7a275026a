// Corrects one chip: the line is written again so that it says what the chips say.
import { captureLine } from './capture-line.ts';
import type { CaptureContext, Chip } from './model.ts';
import { labelledLine, labelledText, naturalText, type Said } from './written-line.ts';

const same = (a: readonly Said[], b: readonly Said[]) =>
  a.length === b.length && a.every(({ kind, value }, at) => b[at]?.kind === kind && b[at].value === value);

/** Kinds and values in an order that does not depend on the line. */
const sorted = (said: readonly Said[]) =>
  said
    .map(({ kind, value }) => ({ kind, value }))
    .toSorted((a, b) => (a.kind === b.kind ? (a.value < b.value ? -1 : 1) : a.kind < b.kind ? -1 : 1));

/** Whether a line reads as just these. */
function reads(line: string, said: readonly Said[], context: CaptureContext): boolean {
  return same(sorted(captureLine(line, context).chips), sorted(said));
}

/** Without the dash or semicolon at its end. */
function withoutOpening(front: string): string {
  let end = front.length;
  while (end > 0 && /[\s;–—-]/u.test(front.charAt(end - 1))) end -= 1;
  return end === 0 ? '' : `${front.slice(0, end)} `;
}

const isWordless = (text: string) => text.trim() === '';

/** Text between two others, with a space where words would run into each other. */
const joined = (before: string, text: string, after: string): string => {
  const front = isWordless(before) || /\s$/.test(before) || isWordless(text) ? before : `${before} `;
  const back = isWordless(after) || /^[\s,;.]/.test(after) || isWordless(text) ? after : ` ${after}`;
  return `${front}${text}${back}`;
};

/**
 * The line with one chip changed to another kind or text, or – without `to` – taken out. The other chips stay what they
 * are: written the natural way where that reads back the same, with a label where not, and as a line of labels where
 * even that would change another chip. A date's value is a PartialDate.
 */
export function editedLine(
  line: string,
  chips: readonly Chip[],
  { chip, to }: { readonly chip: Chip; readonly to?: Said | undefined },
  context: CaptureContext,
): string {
  const front = line.slice(0, chip.start);
  // The sign that opens a note goes with it.
  const before = chip.kind === 'note' ? withoutOpening(front) : front;
  const after = line.slice(chip.end);
  const wanted = chips.flatMap((one): Said[] => (one === chip ? (to === undefined ? [] : [to]) : [one]));
  const texts = to === undefined ? [''] : [naturalText(to), labelledText(to)];
  const tidy = (text: string) =>
    text
      .trimEnd()
      .replace(/^[\s,]+/u, '')
      .replace(/ {2,}/g, ' ');
  const candidates = texts.map((text) => tidy(joined(before, text, after)));
  return candidates.find((text) => reads(text, wanted, context)) ?? labelledLine(wanted);
}

/** The line with something more said at its end. */
export function extendedLine(
  line: string,
  chips: readonly Chip[],
  said: Said,
  context: CaptureContext,
): string {
  const wanted: Said[] = [...chips, said];
  const front = said.kind === 'name' ? [`${said.value}, ${line}`.trim()] : [];
  const candidates = [...front, joined(line, naturalText(said), ''), joined(line, labelledText(said), '')];
  return candidates.find((text) => reads(text, wanted, context)) ?? labelledLine(wanted);
}
