// Folders and labels of mail programs by what is kept in them, in the languages of Gmail, Outlook, Apple and Thunderbird.
import { fold } from '#core/shared/fold.ts';

export type Folder = 'sent' | 'drafts' | 'rubbish' | 'other';

const FOLDERS: Readonly<Record<Exclude<Folder, 'other'>, string>> = {
  sent: `sent|sent mail|sent items|sent messages|outbox|gesendet|gesendete objekte|gesendete elemente|gesendete nachrichten|postausgang
|messages envoyés|envoyés|éléments envoyés|courrier envoyé|enviados|elementos enviados|mensajes enviados|correo enviado|enviado
|posta inviata|inviati|inviata|elementi inviati|messaggi inviati|itens enviados|e-mails enviados|mensagens enviadas|correio enviado
|verzonden|verzonden berichten|verzonden items|verzonden objecten|wysłane|elementy wysłane|poczta wysłana|отправленные|送信済み|送信済みメール|送信済みアイテム
|已发送|已发送邮件|已发邮件|寄件備份|已傳送的郵件|보낸편지함|보낸 메일함|보낸 편지함|skickat|skickade objekt|sendt|sendt post|sendte elementer|sendte|lähetetyt|gönderilmiş postalar|gönderilmiş|gönderilmiş öğeler|gönderilen
|odeslaná pošta|odeslané|odoslané|elküldött levelek|elküldött|trimise|mesaje trimise|απεσταλμένα|надіслані`,
  drafts: `draft|drafts|entwurf|entwürfe|brouillon|brouillons|borrador|borradores|bozza|bozze|rascunho|rascunhos|concept|concepten
|wersje robocze|robocze|черновики|черновик|下書き|草稿|草稿箱|임시보관함|utkast|kladder|kladde|luonnokset|taslaklar|taslak|koncepty|piszkozatok|чернетки`,
  rubbish: `spam|junk|junk e-mail|junk mail|junk email|bulk mail|trash|bin|deleted|deleted items|deleted messages|papierkorb|gelöschte elemente|gelöschte objekte|gelöscht|werbung|unerwünscht|unerwünschte werbung
|corbeille|courrier indésirable|indésirables|pourriel|éléments supprimés|papelera|correo no deseado|no deseado|elementos eliminados|eliminados|cestino|posta indesiderata|indesiderata|posta eliminata|eliminata
|lixeira|lixo|lixo eletrônico|lixo eletrónico|itens excluídos|itens eliminados|prullenbak|prullenmand|ongewenste e-mail|ongewenst|verwijderde items|kosz|wiadomości-śmieci|elementy usunięte|спам|корзина|нежелательная почта|удаленные
|迷惑メール|ゴミ箱|ごみ箱|削除済みアイテム|垃圾邮件|垃圾郵件|已删除邮件|已删除|回收站|垃圾桶|스팸함|스팸|휴지통|skräp|skräppost|papperskorg|papperskorgen|borttaget|søppelpost|søppel|papirkurv|uønsket post|roskaposti|roskakori|istenmeyen e-posta|çöp|çöp kutusu|silinmiş öğeler
|koš|nevyžádaná pošta|kôš|kuka|levélszemét|coș de gunoi|ανεπιθύμητα|κάδος|смітник|кошик`,
};

const BY_NAME: ReadonlyMap<string, Folder> = new Map(
  (['sent', 'drafts', 'rubbish'] as const).flatMap((folder) =>
    FOLDERS[folder]
      .split(/\s*\|\s*/)
      .map((name) => [fold(name.replace(/\s+/g, ' ').trim()), folder] as const),
  ),
);

const folderNamed = (name: string): Folder => BY_NAME.get(fold(name.trim())) ?? 'other';

/**
 * What a letter is by its X-Gmail-Labels (a list with commas, names with commas in quotes, already decoded). Rubbish and
 * drafts outweigh all else.
 */
export function folderOfLabels(labels: string): Folder {
  const bare = labels.slice(0, 5000).replace(/"/g, '');
  const found = new Set(bare.split(',').map(folderNamed));
  if (found.has('rubbish')) return 'rubbish';
  if (found.has('drafts')) return 'drafts';
  return found.has('sent') ? 'sent' : 'other';
}

/**
 * What is kept in a file by its path: `Sent.mbox`, `Mail/INBOX.sbd/Gesendet`, `Sent Messages.mbox/mbox`,
 * `.INBOX.Sent/cur/1700000000.M1P2.host:2,S`.
 */
export function folderOfPath(path: string): Folder {
  const parts = path.slice(-1000).normalize('NFC').split(/[/\\]/);
  for (const part of parts.toReversed().slice(0, 4)) {
    const name = part.replace(/\.(?:mbox|mbx|mboxrd|mbs|txt|eml|sbd|partial)$/i, '');
    const last = name.slice(name.lastIndexOf('.') + 1);
    const [found] = [name, last, name.replace(/[-_ ]?\d+$/, '').replaceAll('_', ' ')]
      .map(folderNamed)
      .filter((folder) => folder !== 'other');
    if (found) return found;
  }
  return 'other';
}
