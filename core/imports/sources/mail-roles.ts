// Mailboxes behind which there is no one person: robots, offices, rooms, mailing lists.
import { fold } from '#core/shared/fold.ts';

/** Words for "do not reply" as local parts spell them, without separators. */
const NO_REPLY =
  /no-?reply|do-?not-?reply|not-?reply|noresponse|no-?responder?|no-?responda|nao-?respond|ne-?pas-?repondre|pas-?de-?reponse|nicht-?antworten|keine-?antwort|non-?rispondere|niet-?(?:be)?antwoorden|geen-?antwoord|nie-?odpowiadaj|svar-?(?:ej|ikke|inte)|ikke-?svar|ei-?vastata|unattended|unmonitored/;

/** Programs that write letters. */
const ROBOT =
  /^(?:mailer-?daemon|daemon|bounces?|postmaster|notifications?|notify|notificaciones|benachrichtigung(?:en)?|alerts?|newsletters?|news|mailings?|digest|calendar-?(?:notification|invit(?:e|ation))s?|messenger|rsvp|tickets?|meetings?|schedul(?:er|ing)|appointments?|unknownorganizer|invitations?|auto(?:mat(?:ed|ic|isch))?(?:-?(?:reply|mail|confirm))?|robot|bot|system|cron|root|nobody|updates?|reminders?|receipts?|tracking|unsubscribe|subscriptions?|mailman|majordomo|listserv|lists?|drive-?shares|comments|commits|jira|confluence|git(?:hub|lab)|jenkins|builds?|ci|zoom|webex|teams?-?notifications?|(?:inmail-)?hit-?reply)(?:$|[-+.=_\d])/;

/** Offices (RFC 2142, and what firms call them): many people read them. */
const OFFICE =
  /^(?:info(?:rmation)?|marketing|sales|support|abuse|noc|security|hostmaster|usenet|webmaster|www|web|ftp|admin(?:istra(?:tor|tion))?|office|contact|contacts|contacto|contatto|contato|kontakt|help|help-?desk|service|services|servicedesk|customer-?(?:service|care|support)|kundenservice|care|billing|invoices?|rechnung(?:en)?|accounts?|accounting|buchhaltung|finance|payments?|orders?|bestellung(?:en)?|shop|store|hr|jobs|career(?:s)?|karriere|recruit(?:ing|ment)|bewerbung(?:en)?|team|staff|everyone|everybody|hello|hallo|hi|mail|email|post|press|presse|media|pr|events?|bookings?|reservations?|reservierung|reception|empfang|sekretariat|secretariat|office-?manager|feedback|privacy|datenschutz|dpo|legal|membership|members|registration|anmeldung|conference|welcome|community|partners?|all|alle|tous|todos|tutti)(?:[-.]?\d{1,3})?$/;

/** Hosts that only relay what programs write, or keep calendars of rooms and groups. */
const ROBOT_HOSTS =
  /(?:^|\.)(?:(?:group|resource|import)\.calendar\.google\.com|calendar\.google\.com|docs\.google\.com|googlegroups\.com|(?:noreply|reply)\.github\.com|facebookmail\.com|imip\.me\.com|bounces?\.[^@]{1,200}|noreply\.[^@]{1,200}|amazonses\.com|mailgun\.org|sendgrid\.net|mcsv\.net|(?:e|el|em|mail[a-d]?|bounce)\.linkedin\.com)$/;

/** An Exchange address that is no mailbox on the Internet (`IMCEAEX-_O=ACME…`). */
const EXCHANGE_ONLY = /^imcea(?:ex)?-/;

/** True when nobody in particular reads or writes this mailbox (given by its `emailKey`). */
export function isRoleAccount(key: string): boolean {
  const at = key.lastIndexOf('@');
  const local = key.slice(0, at).replace(/\+.*$/s, '').replaceAll('_', '-');
  const host = key.slice(at + 1);
  if (local.length > 100) return true;
  const plain = local.replaceAll('.', '-');
  return (
    NO_REPLY.test(plain) ||
    ROBOT.test(local) ||
    OFFICE.test(local) ||
    ROBOT_HOSTS.test(host) ||
    EXCHANGE_ONLY.test(local)
  );
}

const ROOM =
  /\b(?:(?:conference|meeting|conf|mtg|board|huddle|class|seminar)[ _-]?room|room[ _-]?(?:no\.? ?)?[a-z]?\d|besprechungs(?:raum|zimmer)|konferenz(?:raum|zimmer)|sitzungs(?:zimmer|saal)|meetingraum|seminarraum|salle (?:de )?(?:reunion|conference|\d)|sala (?:de |di )?(?:reuniones|juntas|riunioni|conferenze|reuniao|reunioes|conferencias?|\d)|vergader(?:zaal|ruimte|kamer)|motesrum|konferensrum|moterom|modelokale|sala konferencyjna|toplanti (?:odasi|salonu)|video ?conference (?:unit|room)|projector|beamer)\b|переговорн|会議室|会议室|會議室|회의실/;

/** True for a name that rooms and devices have, in calendars that do not say CUTYPE=ROOM. */
export const isRoomName = (name: string) => name !== '' && ROOM.test(fold(name.slice(0, 300)));
