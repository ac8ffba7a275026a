// Who may speak to the book through this host: exact host, exact origin, one token used once, then a session.
// Everything here is a decision over headers; nothing here reads or writes a socket.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Headers as `IncomingMessage.headersDistinct` has them: every value of every header, so that a second one shows. */
export type Headers = NodeJS.Dict<string[]>;

/** A request that is turned away: the HTTP status and one plain sentence (never a detail an attacker could use). */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 413 | 415 | 421;
  readonly why: string;
}

/** What a page gets for its token: a cookie only the browser keeps and a key only this origin's page can read. */
export interface SessionGrant {
  readonly setCookie: string;
  readonly key: string;
}

/** The decisions of one running host. */
export interface Guard {
  /** The token of the address, to be shown to the owner once. 256 bits, base64url. */
  readonly token: string;
  /** Turns away what did not ask for exactly this host, or was made by another site's page. */
  refuse(headers: Headers): Refusal | undefined;
  /** Turns away what was not made by this host's own page (`POST`, upgrades). */
  refuseForeign(headers: Headers, kind: 'post' | 'upgrade'): Refusal | undefined;
  /** Takes the token, once. A wrong one does not use it up: guessing 256 bits is not a way in, locking the owner out would be. */
  exchange(token: string): SessionGrant | undefined;
  /** Whether an upgrade shows both halves of the session. */
  hasSession(headers: Headers): boolean;
  /** How many requests were turned away since the start. */
  readonly refusals: () => number;
}

/** The subprotocol the server answers with; the key travels beside it in the same header. */
export const SUBPROTOCOL = 'acquaint';

const secret = () => randomBytes(32).toString('base64url');
const digest = (text: string) => createHash('sha256').update(text).digest();

// SECURITY: secrets are compared in constant time; hashing first makes both sides the same length.
const sameSecret = (shown: string, expected: string) => timingSafeEqual(digest(shown), digest(expected));

const only = (headers: Headers, name: string): string | undefined => {
  const values = headers[name];
  return values?.length === 1 ? values[0] : undefined;
};

const cookieNamed = (headers: Headers, name: string): string | undefined => {
  const pairs = (headers['cookie'] ?? []).flatMap((line) => line.split(';')).map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
};

const offeredKey = (headers: Headers): string | undefined => {
  const offered = (headers['sec-websocket-protocol'] ?? []).flatMap((line) => line.split(','));
  const [protocol, key, ...more] = offered.map((name) => name.trim());
  return protocol === SUBPROTOCOL && more.length === 0 ? key : undefined;
};

const WRONG_HOST: Refusal = { status: 421, why: 'Acquaint does not answer under this name.' };
const FOREIGN: Refusal = { status: 403, why: 'Only the page of Acquaint itself may ask this.' };

/**
 * Makes the guard of one running host.
 *
 * @param port the port on 127.0.0.1 the host listens on; part of the host name, the origin and the cookie's name.
 */
export function createGuard(port: number): Guard {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const token = secret();
  const cookieName = `acquaint-${port}`;
  let unused = true;
  let session: { cookie: string; key: string } | undefined;
  let refused = 0;
  const counted = (refusal: Refusal | undefined) => {
    if (refusal) refused += 1;
    return refusal;
  };

  return {
    token,
    refusals: () => refused,
    refuse(headers) {
      // SECURITY: an exact host stops DNS rebinding: a foreign name that resolves to 127.0.0.1 is still a foreign name.
      if (only(headers, 'host') !== host) return counted(WRONG_HOST);
      // A link from elsewhere may open the page (it holds no data); nothing else of another site may load our files.
      const foreign = headers['sec-fetch-site']?.some(
        (site) => site === 'cross-site' || site === 'same-site',
      );
      const opensPage = only(headers, 'sec-fetch-mode') === 'navigate';
      return foreign && !opensPage ? counted(FOREIGN) : undefined;
    },
    refuseForeign(headers, kind) {
      // SECURITY: `same-site` is not enough: another port of this computer is the same site.
      if (only(headers, 'origin') !== origin) return counted(FOREIGN);
      // Chromium sends no fetch metadata with a WebSocket handshake, so there it may be absent, but never differ.
      const absentIsFine = kind === 'upgrade' && headers['sec-fetch-site'] === undefined;
      return absentIsFine || only(headers, 'sec-fetch-site') === 'same-origin' ? undefined : counted(FOREIGN);
    },
    exchange(shown) {
      if (!sameSecret(shown, token) || !unused) {
        refused += 1;
        return undefined;
      }
      unused = false;
      session = { cookie: secret(), key: secret() };
      return {
        key: session.key,
        setCookie: `${cookieName}=${session.cookie}; HttpOnly; SameSite=Strict; Path=/door/`,
      };
    },
    hasSession(headers) {
      const cookie = cookieNamed(headers, cookieName);
      const key = offeredKey(headers);
      // SECURITY: cookies are sent to every port of 127.0.0.1, so the cookie alone opens nothing (see README.md).
      const known =
        session !== undefined &&
        cookie !== undefined &&
        key !== undefined &&
        sameSecret(cookie, session.cookie) &&
        sameSecret(key, session.key);
      if (!known) refused += 1;
      return known;
    },
  };
}
