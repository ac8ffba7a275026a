// One message from several inviters: a template is visible in the owner's own list.
import { fold } from '#core/shared/fold.ts';
import { readMessage } from './message.ts';
import { words } from './words.ts';

/**
 * A key that is equal for two messages saying the same, whoever signs: folded words without the inviter's own
 * name. Undefined when the message says nothing (stock and generic text prove no template).
 */
export function messageKey(message: string, inviterFn: string): string | undefined {
  const { note } = readMessage(message);
  if (note !== 'own') return undefined;
  const own = new Set(fold(inviterFn).split(/[^\p{L}\p{N}]+/u));
  const rest = words(message).filter((word) => !own.has(word.text));
  return rest.length < 6 ? undefined : rest.map((word) => word.text).join(' ');
}

/**
 * For each invitation, the other inviters who sent the same message: a template is visible in the owner's own
 * list. Ids without such others are absent; the same person inviting twice does not count.
 */
export function sameMessageInviters<Id extends number>(
  invitations: readonly { readonly id: Id; readonly fn: string; readonly message: string }[],
): Map<Id, string[]> {
  const groups = Map.groupBy(
    invitations.filter((one) => one.message !== ''),
    (one) => messageKey(one.message, one.fn) ?? '',
  );
  groups.delete('');
  const result = new Map<Id, string[]>();
  for (const group of groups.values()) {
    for (const one of group) {
      const others = new Set(
        group.filter((other) => fold(other.fn) !== fold(one.fn)).map((other) => other.fn),
      );
      if (others.size > 0) result.set(one.id, [...others]);
    }
  }
  return result;
}
