// What tells one letter from all others and ties answers to it (RFC 5322 §3.6.4): Message-ID, In-Reply-To, References.

/** A letter that can be answered: its own identifier and those of the letters before it, the oldest first. */
export interface Thread {
  /** With its angle brackets. */
  readonly messageId: string;
  readonly references: readonly string[];
}

/** Longer ones are nobody's: the longest that mail systems make have some 200 letters. */
const LONGEST_ID = 250;
/** The first letter of a thread and the newest ones are what mail programs look for. */
const MOST_REFERENCES = 20;
/** Of a field that goes on for longer, its beginning and its end. */
const LONGEST_FIELD = 8000;

/**
 * One identifier without comments and white space: `<left@right>`. `left` may be quoted, `right` an address literal. A
 * colon is no `atext`, yet common: programs write the time into it.
 */
const ID =
  /^<(?:[\w!#$%&'*+\-/=?^`{|}~.:]+|"[\x21\x23-\x3b\x3d\x3f-\x5b\x5d-\x7e]+")@(?:[\w!#$%&'*+\-/=?^`{|}~.:]+|\[[\x21-\x3b\x3d\x3f-\x5a\x5e-\x7e]+\])>$/;

/** Whether a text is one identifier that may stand in a header: ASCII, no blank, no line break, not too long. */
export const isMessageId = (text: string): boolean => text.length <= LONGEST_ID && ID.test(text);

/** Where a comment (nested, RFC 5322 §3.2.2) or a quoted string that begins at `from` is over. */
function behind(text: string, from: number): number {
  const isQuote = text.charAt(from) === '"';
  let depth = 1;
  for (let at = from + 1; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '\\') at++;
    else if (isQuote ? letter === '"' : letter === ')') depth--;
    else if (!isQuote && letter === '(') depth++;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/**
 * The identifiers a field names, each once, in its order. What stands between them (comments, and the phrases of old mail
 * programs) is passed over, and so is what only looks like one. Total, in linear time.
 */
export function messageIdsIn(field: string): string[] {
  const half = LONGEST_FIELD / 2;
  const text = field.length <= LONGEST_FIELD ? field : `${field.slice(0, half)} ${field.slice(-half)}`;
  const found = new Set<string>();
  for (let at = 0; at < text.length;) {
    const letter = text.charAt(at);
    if (letter === '(' || letter === '"') {
      at = behind(text, at);
    } else if (letter === '<') {
      const next = text.slice(at + 1).search(/[<>]/);
      if (next < 0) break;
      const end = at + 1 + next;
      const id = text.slice(at, end + 1);
      if (isMessageId(id)) found.add(id);
      // `<a <b@c>`: the second one may still be sound.
      at = text.charAt(end) === '<' ? end : end + 1;
    } else at++;
  }
  return [...found];
}

/** Of a long thread its first letter and the newest ones. */
const shortened = (ids: readonly string[]): readonly string[] =>
  ids.length <= MOST_REFERENCES ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MOST_REFERENCES)];

/**
 * The thread of a letter by what its fields say; `messageId` has the texts of all fields of that name. Undefined where it
 * has no identifier, or several: nobody could say which letter is answered. Without References a single In-Reply-To says
 * which letter came before it.
 */
export function threadOf(fields: {
  readonly messageId: readonly string[];
  readonly references: string;
  readonly inReplyTo: string;
}): Thread | undefined {
  const [messageId, second] = fields.messageId.flatMap(messageIdsIn);
  if (messageId === undefined || second !== undefined || fields.messageId.length > 1) return undefined;
  const before = messageIdsIn(fields.references);
  const answered = messageIdsIn(fields.inReplyTo);
  const named = before.length === 0 && answered.length === 1 ? answered : before;
  return { messageId, references: shortened(named.filter((id) => id !== messageId)) };
}

/** What an answer to the letter carries: In-Reply-To, and References with the letters before it and it last. */
export const answerTo = ({
  messageId,
  references,
}: Thread): { readonly inReplyTo: string; readonly references: readonly string[] } => ({
  inReplyTo: messageId,
  references: [...references.filter((id) => id !== messageId), messageId],
});
