// A way to somebody as sentences: who can introduce the owner, and which link is the weakest.
import { atLeast, TIE_LEVELS } from '#core/network/model.ts';
import type { NetworkPath, PathStep } from '#core/network/model.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';

/** "Tom can introduce you to Ada." – "may be able to" where a link is only inferred or weaker than an acquaintance. */
export function pathSentence({ steps, weakest }: NetworkPath): string {
  const first = steps[0]!;
  const target = steps.at(-1)!;
  const names = { via: isolated(first.fn), to: isolated(target.fn), next: isolated(steps[1]?.fn ?? '') };
  if (steps.length === 1)
    return i18n.t(atLeast(weakest, 'met_once') ? 'network:path.direct' : 'network:path.directWeak', names);
  if (steps.length > 2) return i18n.t('network:path.chain', names);
  const isSure = atLeast(weakest, 'acquaintance') && steps.every(({ tie }) => tie.certainty !== 'likely');
  return i18n.t(isSure ? 'network:path.via' : 'network:path.viaMaybe', names);
}

/** The first link of the weakest level: between the owner (no `from`) or a step, and the step after it. */
export function weakestLink({ steps }: NetworkPath): {
  readonly from: PathStep | undefined;
  readonly to: PathStep;
} {
  const rank = (step: PathStep) => TIE_LEVELS.indexOf(step.tie.level);
  const lowest = Math.min(...steps.map(rank));
  const at = steps.findIndex((step) => rank(step) === lowest);
  return { from: steps[at - 1], to: steps[at]! };
}

/** The weakest link explained: how well they know each other, and how that is known. */
export function weakestWords(path: NetworkPath): string {
  const { from, to } = weakestLink(path);
  const { level, certainty } = to.tie;
  if (from === undefined) return i18n.t(`network:weakYou.${level}`, { b: isolated(to.fn) });
  const how = i18n.t(`network:weak.${level}`, { a: isolated(from.fn), b: isolated(to.fn) });
  return `${how} ${i18n.t(`network:certaintyWhy.${certainty}`)}`;
}
