// A way to somebody as sentences: who can introduce the owner, and which link is the weakest.
import type { LookUp } from '#api/network.ts';
import { isSure, weakestAt } from '#core/network/advice.ts';
import type { StrangerAdvice } from '#core/network/advice.ts';
import { atLeast } from '#core/network/model.ts';
import type { Advice, JudgedPath, NetworkPath, StaleLink } from '#core/network/model.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import type { Target } from './target.ts';

/** "Tom can introduce you to Ada." – "may be able to" where a link is only inferred or weaker than an acquaintance. */
export function pathSentence({ steps, weakest }: NetworkPath): string {
  const first = steps[0]!;
  const target = steps.at(-1)!;
  const names = { via: isolated(first.fn), to: isolated(target.fn), next: isolated(steps[1]?.fn ?? '') };
  if (steps.length === 1)
    return i18n.t(atLeast(weakest, 'met_once') ? 'network:path.direct' : 'network:path.directWeak', names);
  if (steps.length > 2) return i18n.t('network:path.chain', names);
  return i18n.t(isSure({ steps, weakest }) ? 'network:path.via' : 'network:path.viaMaybe', names);
}

/** The weakest link explained: how well they know each other, and how that is known. */
export function weakestWords(path: NetworkPath): string {
  const at = weakestAt(path.steps);
  const [from, to] = [path.steps[at - 1], path.steps[at]!];
  const { level, certainty } = to.tie;
  if (from === undefined) return i18n.t(`network:weakYou.${level}`, { b: isolated(to.fn) });
  const how = i18n.t(`network:weak.${level}`, { a: isolated(from.fn), b: isolated(to.fn) });
  return `${how} ${i18n.t(`network:certaintyWhy.${certainty}`)}`;
}

/** Whether there is a way on which everybody is more than a name on a list. */
export const isVerified = (advice: Advice): boolean =>
  advice.code !== 'note' || advice.because === 'hardly_known';

/** What to do to reach somebody, in one sentence. */
export function adviceWords({ advice, paths }: LookUp, target: Target, name: string): string {
  const [best] = paths;
  const isOne = target.kind === 'contact';
  if (best === undefined)
    return isOne
      ? i18n.t('network:advice.note.no_way', { to: isolated(name) })
      : i18n.t('network:advice.noteThere', { name: isolated(name) });
  const { steps } = best;
  const names = { via: isolated(steps[0]!.fn), to: isolated(steps.at(-1)!.fn) };
  switch (advice.code) {
    case 'write':
      return i18n.t(isOne ? 'network:advice.write' : 'network:advice.writeThere', names);
    case 'ask':
      return i18n.t(advice.isSure ? 'network:advice.ask' : 'network:advice.askWhether', names);
    case 'note':
      return i18n.t(`network:advice.note.${advice.because}`, names);
  }
}

/** What to do to reach somebody who is not in the book. */
export function strangerWords(
  advice: StrangerAdvice,
  { fn, org }: { readonly fn: string; readonly org: string },
): string {
  const to = isolated(fn);
  if (advice.code === 'note') return i18n.t('network:stranger.note', { to });
  const via = isolated(advice.via.fn);
  return i18n.t(`network:stranger.${advice.code}`, { via, to, org: isolated(org) });
}

/** "Your last contact with Tom was in 2021 – warm up first." */
export function staleWords({ steps }: NetworkPath, { at, lastOn }: StaleLink): string {
  const names = { a: isolated(steps[at - 1]?.fn ?? ''), b: isolated(steps[at]?.fn ?? '') };
  const on = dateWords(lastOn);
  return i18n.t(at === 0 ? 'network:stale.own' : 'network:stale.others', { ...names, on });
}

/** What was asked of the first person within a year, and done for them; undefined: nothing. */
export function favourWords({ steps, favours: { taken, given } }: JudgedPath): string | undefined {
  if (taken === 0 && given === 0) return undefined;
  const names = { fn: isolated(steps[0]!.fn) };
  const asked = i18n.t('network:favours.taken', { ...names, count: taken });
  const done = i18n.t('network:favours.given', { ...names, count: given });
  if (taken === 0) return done;
  return given === 0 ? asked : i18n.t('network:favours.both', { asked, done });
}
