// LinkedIn's list of invitations that wait (`You have 3 pending invitations`): a name, a headline and a profile for each.
import { linkedInKey, linkedInUrl } from '#core/contacts/identity.ts';
import { fold } from '#core/shared/fold.ts';

/** Somebody on the list. */
export interface Waiting {
  readonly fn: string;
  readonly headline: string;
  readonly url: string;
}

const PROFILE = /linkedin\.com\/(?:comm\/)?in\/[^\s<>"'?#)\]]{1,300}/i;
const MOST_LINES = 2000;
const MOST_WAITING = 100;
/** Lines above a profile's address that may be about whose it is. */
const ABOVE = 4;

const wordsIn = (text: string) => fold(text).match(/[\p{L}\p{M}]{2,}/gu) ?? [];

/** Whether an address may be that of somebody called so: their slug has a word of the name. */
function mayBeOf(fn: string, key: string): boolean {
  const slug = fold(decoded(key));
  return wordsIn(fn).some((word) => slug.includes(word));
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    // A lone percent sign: as written.
    return key;
  }
}

/**
 * Everybody a digest's plain text lists: the name is the line above the address of a profile, or one of the few before,
 * that has a word in common with it; the headline stands between. Whoever cannot be told so is left out. Linear.
 */
export function waitingIn(plain: string): Waiting[] {
  const found = new Map<string, Waiting>();
  const lines = plain
    .slice(0, 100_000)
    .split(/\r\n|\r|\n/, MOST_LINES)
    .map((line) => line.trim());
  let behind = 0;
  for (const [at, line] of lines.entries()) {
    const key = linkedInKey(PROFILE.exec(line.slice(0, 1000))?.[0] ?? '');
    if (key === undefined) continue;
    const above = lines
      .slice(Math.max(behind, at - ABOVE), at)
      .filter((one) => one !== '' && one.length < 300);
    behind = at + 1;
    const name = above.findIndex((one) => one.length < 100 && mayBeOf(one, key));
    const fn = above[name];
    if (fn === undefined || found.has(key) || found.size >= MOST_WAITING) continue;
    found.set(key, { fn, headline: above[name + 1] ?? '', url: linkedInUrl(key) });
  }
  return [...found.values()];
}
