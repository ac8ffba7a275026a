// LinkedIn's messages.csv: read only for who writes with whom, and how lately; nothing anybody wrote is kept.
import { linkedInKey } from '#core/contacts/identity.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import { isCoachChat } from '../known-files.ts';
import type { Issue, ParsedEntry } from '../model.ts';
import type { ReadingContext } from '../source-format.ts';
import { evidenceOf, type Member, type Message, ownerAmong, ownerDraft } from './linkedin-conversations.ts';
import { type NumericOrder, numericOrder, readDate, usualOrder } from './linkedin-dates.ts';
import { isNobody, isYes } from './linkedin-people.ts';
import { type Table, tableFormat, type TableRow } from './linkedin-table.ts';
import { issue } from './table.ts';

const LABELS = {
  conversation:
    'CONVERSATION ID|Conversation|Unterhaltungs-ID|ID de conversation|ID de la conversation|ID de conversación|ID de la conversación|' +
    'ID conversazione|ID da conversa|Gespreks-ID|ID rozmowy|ID konwersacji|ID беседы|会話ID|对话编号|對話 ID|Konversations-ID|Konuşma kimliği',
  title:
    'CONVERSATION TITLE|Unterhaltungstitel|Titre de la conversation|Título de la conversación|Titolo conversazione|Título da conversa|' +
    'Gesprekstitel|Tytuł rozmowy|Tytuł konwersacji|Название беседы|会話タイトル|对话标题|對話標題|Konversationstitel|Konuşma başlığı',
  from: 'FROM|Von|De|Da|Van|Od|От|От кого|送信者|差出人|发件人|寄件者|Från|Fra|Kimden|Gönderen',
  senderUrl:
    'SENDER PROFILE URL|Sender URL|Sender Profile|Profil-URL des Absenders|URL du profil de l’expéditeur|URL del perfil del remitente|' +
    'URL del profilo del mittente|URL do perfil do remetente|Profiel-URL van afzender|Adres URL profilu nadawcy|URL профиля отправителя|' +
    '送信者のプロフィールURL|送信者URL|发件人资料网址|寄件者檔案網址|Avsändarens profil-URL|Gönderenin profil URL’si',
  to: 'TO|An|À|Para|A|Aan|Do|Кому|受信者|宛先|收件人|Till|Til|Kime|Alıcı',
  recipientUrls:
    'RECIPIENT PROFILE URLS|RECIPIENT PROFILE URL|Recipient URLs|Profil-URLs der Empfänger|URL des profils des destinataires|' +
    'URL de los perfiles de los destinatarios|URL dei profili dei destinatari|URLs dos perfis dos destinatários|Profiel-URL’s van ontvangers|' +
    'Adresy URL profili odbiorców|URL профилей получателей|受信者のプロフィールURL|受信者URL|收件人资料网址|收件者檔案網址|' +
    'Mottagarnas profil-URL:er|Alıcıların profil URL’leri',
  date: 'DATE|Date Sent|Sent At|Datum|Fecha|Data|Дата|日付|日期|日時|Dato|Tarih',
  subject: 'SUBJECT|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Temat|Тема|件名|主题|主旨|Ämne|Emne',
  content:
    'CONTENT|Body|Inhalt|Contenu|Contenido|Contenuto|Conteúdo|Inhoud|Treść|Содержание|内容|Innehåll|Indhold',
  folder: 'FOLDER|Ordner|Dossier|Carpeta|Cartella|Pasta|Map|Папка|フォルダー|文件夹|資料夾|Mapp|Mappe',
  direction: 'DIRECTION|Richtung|Sens|Dirección|Direzione|Direção',
  attachments: 'ATTACHMENTS',
  draft: 'IS MESSAGE DRAFT|IS DRAFT',
  conversationDraft: 'IS CONVERSATION DRAFT',
} as const;
type Column = keyof typeof LABELS;
type Row = TableRow<Column>;

/** The folder of unwanted messages, in the words LinkedIn's languages have for it. */
const UNWANTED =
  /spam|junk|trash|indesirable|no deseado|indesiderat|ongewenst|спам|迷惑|垃圾|skrappost|roskaposti/;
const ADVERTISED = /^sponsored|^gesponser|^sponsorise|^patrocinad|^sponsorizzat/;

/** Finds the member behind a name and an address; one object each, so that they are compared by identity. */
class Members {
  readonly #byKey = new Map<string, Member>();
  readonly #byUrl = new Map<string, Member | undefined>();
  /** Who bears a name, as far as an address told; undefined when it is two people. */
  readonly #byName = new Map<string, Member | undefined>();
  /** What was learnt last of an address: most senders come in a row. */
  readonly #learnt = new Map<string, string>();

  #known(key: string, fn: string, url: string): Member {
    const known = this.#byKey.get(key);
    if (known) {
      if (known.fn === '') known.fn = fn;
      return known;
    }
    const member = { key, fn, url };
    this.#byKey.set(key, member);
    return member;
  }

  /** The member of a profile; undefined when the address is none. */
  withUrl(url: string, fn: string): Member | undefined {
    if (this.#byUrl.has(url)) {
      const member = this.#byUrl.get(url);
      if (member?.fn === '') member.fn = fn;
      return member;
    }
    const profile = linkedInKey(url);
    const member = profile === undefined ? undefined : this.#known(`in/${profile}`, fn, url);
    this.#byUrl.set(url, member);
    return member;
  }

  /** Remembers that a sender's name and profile belong together. */
  learn(url: string, fn: string): void {
    if (this.#learnt.get(url) === fn) return;
    this.#learnt.set(url, fn);
    const member = this.withUrl(url, fn);
    const name = fold(fn);
    if (member === undefined || name === '') return;
    const known = this.#byName.get(name);
    this.#byName.set(name, this.#byName.has(name) && known !== member ? undefined : member);
  }

  /** Whoever bears the name: the one profile that does, else somebody who is known by it alone. */
  named(fn: string): Member | undefined {
    if (isNobody(fn, '')) return undefined;
    const name = fold(fn);
    return this.#byName.get(name) ?? this.#known(`name/${name}`, fn, '');
  }

  isKnownName(fn: string): boolean {
    return this.#byName.has(fold(fn));
  }
}

/** `Ana Ruiz, PhD, Bo Li` is two people: pieces are put together as long as that makes a name some sender bears. */
function namesIn(cell: string, members: Members): string[] {
  if (cell === '' || !cell.includes(',') || members.isKnownName(cell)) return cell === '' ? [] : [cell];
  const pieces = cell.split(',').map((piece) => piece.trim());
  const names: string[] = [];
  for (let at = 0; at < pieces.length; at++) {
    let name = pieces[at]!;
    for (let end = at + 1; end < Math.min(pieces.length, at + 4); end++) {
      const longer = pieces.slice(at, end + 1).join(', ');
      if (!members.isKnownName(longer)) continue;
      name = longer;
      at = end;
      break;
    }
    if (name !== '') names.push(name);
  }
  return names;
}

function receivers(urlCell: string, to: string, members: Members): Member[] {
  const urls = urlCell.split(/[,;\s]+/).filter(Boolean);
  if (urls.length === 0) return namesIn(to, members).flatMap((name) => members.named(name) ?? []);
  const names = urls.length === 1 ? [to] : to.split(',').map((name) => name.trim());
  const named = names.length === urls.length;
  return urls.flatMap((url, at) => members.withUrl(url, named ? names[at]! : '') ?? []);
}

/** Reads the receivers of a row; the same few lists stand on most rows. */
function receiverReader(members: Members): (row: Row) => readonly Member[] {
  const known = new Map<string, readonly Member[]>();
  return ({ cell }) => {
    const [urls, to] = [cell('recipientUrls'), cell('to')];
    const key = urls === '' ? to : `${urls}\n${to}`;
    const list = known.get(key) ?? receivers(urls, to, members);
    known.set(key, list);
    return list;
  };
}

interface Sorted {
  readonly messages: Message[];
  /** Rows with somebody who has left LinkedIn. */
  gone: number;
  /** Whom the direction column of 2018 calls the owner, newest row last. */
  directed: Member | undefined;
  /** How often a row on which only one person stands, or a draft, says that this is the owner. */
  readonly hints: Map<Member, number>;
  readonly issues: Issue[];
}

/** A question about a cell that holds one of a few texts. */
function remembered(question: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const answer = answers.get(text) ?? question(text);
    answers.set(text, answer);
    return answer;
  };
}

/** Neither drafts nor unwanted nor paid messages say anything about people; whose they are tells the owner. */
function leftOut(): (row: Row) => 'draft' | 'unwanted' | undefined {
  const isDraft = remembered(isYes);
  const isUnwanted = remembered((folder) => UNWANTED.test(fold(folder)));
  const isPaid = remembered((title) => ADVERTISED.test(fold(title)));
  return ({ cell }) => {
    if (isDraft(cell('draft')) || isDraft(cell('conversationDraft'))) return 'draft';
    return isUnwanted(cell('folder')) || isPaid(cell('title')) ? 'unwanted' : undefined;
  };
}

/** LinkedIn writes the owner on every row: whoever stands there alone is the owner, and whoever has a draft. */
function aloneOn(from: Member | undefined, to: readonly Member[]): Member | undefined {
  if (from === undefined) return to.length === 1 ? to[0] : undefined;
  return to.length === 0 ? from : undefined;
}

/** The one the hints agree on. */
function hinted(hints: ReadonlyMap<Member, number>): Member | undefined {
  const [best, second] = [...hints].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] > 2 * (second?.[1] ?? 0) ? best[0] : undefined;
}

function dayReader(order: NumericOrder): (text: string) => PartialDate | undefined {
  const known = new Map<string, PartialDate | undefined>();
  return (text) => {
    const iso = /^\d{4}-\d{2}-\d{2}(?=[ T]|$)/.exec(text)?.[0] ?? text;
    if (!known.has(iso)) known.set(iso, readDate(iso, order));
    return known.get(iso);
  };
}

function sorted({ rows, has, header }: Table<Column>): Sorted {
  const members = new Members();
  for (const { cell } of rows) members.learn(cell('senderUrl'), cell('from'));
  // With addresses in the file, a sender without one is a company that paid for it.
  const addressed = has('senderUrl') && rows.some(({ cell }) => cell('senderUrl') !== '');
  const order = numericOrder(
    rows.map(({ cell }) => cell('date')),
    usualOrder(header),
  );
  const dayOf = dayReader(order);
  const result: Sorted = { messages: [], gone: 0, directed: undefined, hints: new Map(), issues: [] };
  const whyLeftOut = leftOut();
  const receiversOf = receiverReader(members);
  for (const row of rows) {
    for (const own of row.issues) result.issues.push(own);
    const reason = whyLeftOut(row);
    const from = senderOf(row, members, addressed);
    const to = reason === 'draft' ? [] : receiversOf(row);
    const owner = aloneOn(from, to);
    if (owner !== undefined) result.hints.set(owner, (result.hints.get(owner) ?? 0) + 1);
    if (reason !== undefined) continue;
    if (from !== undefined && to.length > 0) take(row, { from, to, on: dayOf(row.cell('date')) }, result);
    else if (namesNobody(row)) result.gone++;
  }
  return result;
}

/** One message between people who are there. */
function take({ cell, line }: Row, message: Pick<Message, 'from' | 'to' | 'on'>, result: Sorted): void {
  const { from, to, on } = message;
  result.directed = ownersSide(cell('direction'), from, to) ?? result.directed;
  if (on === undefined && cell('date') !== '')
    result.issues.push(issue(line, 'BAD_DATE', { value: cell('date').slice(0, 100) }));
  result.messages.push({ line, conversation: cell('conversation'), from, to, on });
}

/** Whether somebody of a whole row has left; a row with something wrong is reported as that already. */
const namesNobody = ({ cell, issues }: Row) =>
  issues.length === 0 &&
  (isNobody(cell('from'), cell('senderUrl')) || isNobody(cell('to'), cell('recipientUrls')));

function senderOf({ cell }: Row, members: Members, addressed: boolean): Member | undefined {
  const [fn, url] = [cell('from'), cell('senderUrl')];
  if (url !== '') return members.withUrl(url, fn);
  return addressed && !members.isKnownName(fn) ? undefined : members.named(fn);
}

function ownersSide(direction: string, from: Member, to: readonly Member[]): Member | undefined {
  if (/^(?:out|sent)/i.test(direction)) return from;
  return /^(?:in|received)/i.test(direction) && to.length === 1 ? to[0] : undefined;
}

function read(table: Table<Column>, context: ReadingContext): Partial<ParsedEntry> {
  const { messages, gone, directed, hints, issues } = sorted(table);
  if (gone > 0) issues.push(issue(0, 'UNAVAILABLE_MEMBER', { count: gone }));
  const told = directed ?? hinted(hints);
  const owner = ownerAmong(messages, context.ownerNames) ?? (told && { member: told, certain: false });
  if (owner === undefined) return { issues };
  return {
    evidence: evidenceOf(messages, owner.member),
    ...(owner.certain && owner.member.url !== '' && { owner: ownerDraft(owner.member) }),
    issues,
  };
}

/**
 * messages.csv of every year: with profile URLs of both sides (2022 on), of the sender only, or, in 2018, with names and a
 * direction. Drafts, the spam folder, paid messages and people who have left are passed over; the latter are one
 * UNAVAILABLE_MEMBER of the entry with their count. Conversations with LinkedIn's own machines (`coach_messages.csv`,
 * `learning_role_play_messages.csv`) have the same columns and are refused by their name.
 */
export const linkedInMessagesFormat = tableFormat({
  kind: 'linkedin-messages',
  labels: LABELS,
  acceptsName: (entryName) => !isCoachChat(entryName),
  accepts: (has) =>
    has('from', 'to') &&
    (has('conversation') ||
      has('content', 'folder') ||
      has('subject', 'content') ||
      has('content', 'direction')),
  read,
});
