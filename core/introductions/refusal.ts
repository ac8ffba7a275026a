// Whom the owner will not introduce: a pair they said so of, or somebody who is never introduced to anyone.
import type { IntroductionPolicy } from '#core/manners/model.ts';

/** Why an introduction is not to be made; the pair comes first, because it is the owner's word on exactly these two. */
export type Refusal = 'do_not_introduce' | 'never_introduced';

/** Undefined: nothing speaks against it. */
export function refusalOf({
  isKeptApart,
  policies,
}: {
  readonly isKeptApart: boolean;
  readonly policies: readonly IntroductionPolicy[];
}): Refusal | undefined {
  if (isKeptApart) return 'do_not_introduce';
  return policies.includes('never') ? 'never_introduced' : undefined;
}
