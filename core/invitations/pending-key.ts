// Recognises one invitation in two archives, and the connection that came of it.
import { emailKey, linkedInKey } from '#core/contacts/identity.ts';
import { nameKey } from '#core/contacts/names.ts';

/**
 * The key of whoever an invitation is from: LinkedIn address, else e-mail address, else name. An invitation whose
 * key belongs to a connection is no longer pending (the archive keeps both); the same key twice is one inviter.
 * Undefined when nothing identifies them.
 */
export function pendingKey(inviter: {
  readonly fn: string;
  readonly url: string;
  readonly email: string;
}): string | undefined {
  const url = linkedInKey(inviter.url);
  if (url !== undefined) return `url:${url}`;
  const email = emailKey(inviter.email);
  if (email !== undefined) return `email:${email}`;
  const name = nameKey(inviter.fn);
  return name === '' ? undefined : `name:${name}`;
}
