// How LinkedIn's invitation e-mail reads in the languages it is sent in; all patterns on folded text (no accents).
import { fold } from '#core/shared/fold.ts';

/** A pattern as `fold` would have it: `й` is `и` there, and Japanese has no voicing marks. */
const onFolded = (pattern: RegExp) =>
  new RegExp(
    pattern.source.replace(/\P{ASCII}+/gu, (letters) => fold(letters)),
    pattern.flags,
  );

/** Subjects of invitations; a name found by `name` is the inviter's. */
export const INVITATION_SUBJECTS: readonly RegExp[] = [
  // English
  /please add me to your (?:linkedin )?network/,
  /\b(?:id|i'd|i would) like to (?:add you to my professional network|connect|join your (?:linkedin )?network)/,
  /^(?:i want|i'd like|i would like) to connect(?: with you)?$/,
  /^join my (?:professional )?network (?:on )?linkedin/,
  /^invitation to connect on linkedin/,
  /^(?:reminder: )?(?<name>.{2,80}?)['`]s (?:invitation|connection request)\b/,
  /^(?<name>.{2,80}?)(?: is)? (?:wants|would like|waiting) (?:to connect|for your response)/,
  /^(?<name>.{2,80}?) (?:invited you to connect|(?:has )?sent you (?:an|a) (?:invitation|connection request)|wants to join your network)/,
  /\binvitation from (?<name>.{2,80}?)(?: on linkedin)?$/,
  /^.{0,60}\byou have (?:an|\d+|a) (?:new |pending )?(?:invitations?|connection request)/,
  // German
  /\bbitte fug(?:en sie|e) mich (?:zu (?:ihrem|deinem) linkedin[- ]netzwerk hinzu|ihrem|deinem)/,
  /^ich (?:mochte|wurde) (?:mich|sie|dich) .{0,40}(?:vernetzen|netzwerk|kontakt)/,
  /^(?<name>.{2,80}?) (?:mochte (?:sich (?:mit ihnen|mit dir )?.{0,20}vernetzen|sie zu)|hat (?:ihnen|dir) eine (?:einladung|kontaktanfrage)|hat (?:sie|dich) eingeladen)/,
  /^(?<name>.{2,80}?) wartet (?:noch )?auf (?:ihre|deine) (?:antwort|ruckmeldung)/,
  /\beinladung von (?<name>.{2,80}?)(?: auf linkedin)?$/,
  /^.{0,60}\b(?:sie haben|du hast) (?:eine|\d+) (?:neue |ausstehende )?(?:einladung|kontaktanfrage)/,
  // French
  /\b(?:merci de m'ajouter|ajoutez-moi|veuillez m'ajouter) a votre reseau/,
  /^(?:je (?:souhaite|voudrais|souhaiterais)|j'aimerais) (?:me connecter|vous ajouter|rejoindre votre reseau|entrer en relation)/,
  /^(?<name>.{2,80}?) (?:souhaite (?:se connecter|rejoindre|vous ajouter|entrer en relation)|vous a (?:envoye|invite)|vous invite)/,
  /^(?<name>.{2,80}?) attend (?:toujours )?votre reponse/,
  /\binvitation (?:de (?:la part de )?|d')(?<name>.{2,80}?)(?: sur linkedin| attend .{0,40}| est en attente.{0,40})?$/,
  /^.{0,60}\bvous avez (?:une|\d+) (?:nouvelles? )?(?:invitations?|demande)/,
  // Spanish
  /\b(?:anademe|agregame|por favor,? anadame|anadirme) a (?:tu|su) red/,
  /^(?:quiero|me gustaria|quisiera) (?:conectar|anadirte|agregarte|unirme|anadirle)/,
  /^(?<name>.{2,80}?) (?:quiere (?:conectar|unirse|anadirte)|te ha (?:enviado|invitado)|le ha (?:enviado|invitado)|te envio una invitacion|te invito)/,
  /^(?<name>.{2,80}?) (?:esta esperando|espera|sigue esperando) (?:tu|su) respuesta/,
  /\binvitacion de (?<name>.{2,80}?)(?: en linkedin| (?:esta pendiente|te espera).{0,40})?$/,
  /^.{0,60}\btienes (?:una|\d+) (?:nuevas? )?(?:invitacion|solicitud)/,
  // Italian
  /\baggiungimi alla tua rete/,
  /^(?:voglio|vorrei|mi piacerebbe|desidero) (?:collegarmi|aggiungerti|connettermi|entrare)/,
  /^(?<name>.{2,80}?) (?:vuole (?:collegarsi|entrare|aggiungerti)|vorrebbe collegarsi|ti ha (?:inviato|invitato))/,
  /^(?<name>.{2,80}?) (?:sta aspettando|aspetta|attende|e in attesa di|sta attendendo) (?:la )?(?:tua|una tua|sua) risposta/,
  /\binvito (?:di|da) (?<name>.{2,80}?)(?: su linkedin| (?:e in attesa|attende).{0,40})?$/,
  /^.{0,60}\bhai (?:un|\d+) (?:nuov[oi] )?(?:invit[oi]|richiest)/,
  // Portuguese
  /\b(?:adicione-me|me adicione|por favor,? adicione-me) (?:a|na|em) (?:sua|tua|minha) rede/,
  /^(?:eu )?(?:quero|gostaria de) (?:me conectar|conectar|adiciona|te adicionar|participar|entrar|ligar-me|estabelecer)/,
  /^(?<name>.{2,80}?) (?:quer se conectar|deseja se conectar|gostaria de se conectar|quer ligar-se|enviou (?:um convite|uma solicitacao)|convidou voce)/,
  /^(?<name>.{2,80}?) (?:esta aguardando|aguarda|esta esperando|esta a espera d?a|espera) (?:a |por )?(?:sua|tua) resposta/,
  /\bconvite de (?<name>.{2,80}?)(?: no linkedin| (?:esta pendente|aguarda).{0,40})?$/,
  /^.{0,60}\bvoce tem (?:um|\d+) (?:novos? )?(?:convite|solicitac)/,
  // Dutch
  /\bvoeg (?:mij|me) toe aan (?:je|uw|jouw) (?:linkedin[- ])?netwerk/,
  /^ik (?:wil|zou|nodig) .{0,40}(?:connect|verbin|netwerk|kennismaken|contact)/,
  /^(?<name>.{2,80}?) (?:wil (?:graag )?(?:een )?(?:connectie|connecten|verbinding|met (?:je|u))|heeft (?:je|u) (?:een uitnodiging|uitgenodigd)|nodigt (?:je|u) uit)/,
  /^(?<name>.{2,80}?) wacht (?:nog )?op (?:je|uw|jouw) (?:antwoord|reactie)/,
  /\buitnodiging van (?<name>.{2,80}?)(?: op linkedin| wacht .{0,40})?$/,
  /^.{0,60}\b(?:je hebt|u hebt|u heeft) (?:een|\d+) (?:nieuwe )?(?:uitnodiging|connectieverzoek)/,
  // Polish, Russian, Japanese, Chinese, Swedish, Danish, Norwegian, Turkish
  /\bdodaj mnie do (?:swojej|twojej|swej) sieci|^chce (?:nawiazac (?:z toba )?kontakt|dolaczyc)|^chcial(?:a)?bym nawiazac/,
  /^(?<name>.{2,80}?) (?:chce nawiazac|zaprasza|wysyla|wyslal(?:a)? (?:ci )?zaproszenie)|\bzaproszenie od (?<from>.{2,80})$/,
  /(?:добавьте меня в свою|хочу (?:установить контакт|добавить вас)|приглашаю вас)|приглашение (?:установить контакт|в linkedin)/,
  /^(?<name>.{2,80}?) (?:хочет (?:установить|добавить)|приглашает вас|отправил(?:а)? вам приглашение)/,
  /(?:つながり(?:を|の)?申請|つながりリクエスト|ネットワークに(?:追加|加わ)|つながりたい|つながりになりませんか|招待(?:状|が届|されて))/,
  /(?:加(?:您|你)为好友|(?:希望|想)(?:与|和|跟)(?:您|你)建立联系|人脉网|邀请(?:您|你)|加为(?:好友|联系人)|的邀请|邀請(?:您|你)?|建立人脈|建立聯繫)/,
  /\blagg till mig i (?:ditt|ert) (?:linkedin[- ])?natverk|^jag (?:vill|skulle vilja) .{0,40}(?:kontakt|natverk|ansluta)/,
  /^(?<name>.{2,80}?) (?:vill (?:knyta|ta|ansluta|lagga)|har skickat en inbjudan|har bjudit in dig|bjuder in dig)|\binbjudan fran (?<from>.{2,80})$/,
  /\b(?:foj|legg|tilfoj) mig? (?:til )?(?:til |i )?(?:dit|ditt) (?:linkedin[- ])?net|^jeg (?:vil|onsker|vil gerne) .{0,40}(?:forbindelse|netvaerk|nettverk|kontakt)/,
  /^(?<name>.{2,80}?) (?:vil gerne (?:oprette|have)|onsker (?:at )?(?:a )?(?:oprette|knytte|koble)|har sendt (?:dig|deg) en invitation|har invitert deg)|\binvitation fra (?<from>.{2,80})$/,
  /\bbeni (?:linkedin )?aginiza ekle|^(?:sizinle |seninle )?baglanti kurmak isti|\b(?<name>.{2,80}?) (?:baglanti kurmak istiyor|sizi davet|size davet)/,
  // Korean
  /(?:1촌|일촌)(?:을|이)? ?(?:신청|맺고|되고)|linkedin(?:에서)? ?(?:인맥|네트워크).{0,20}(?:초대|추가)|(?<name>.{2,40}?)님(?:이|의) ?(?:초대|1촌)/,
].map(onFolded);

/** Said once more: `Erinnerung: Ana Ruiz wartet auf Ihre Antwort`. */
export const REMINDER =
  /^(?:reminder|erinnerung|rappel|recordatorio|promemoria|lembrete|herinnering|przypomnienie|paminnelse|pamindelse|hatirlatma|напоминание|リマインダー|提醒) ?[:：] ?/;

/** What sounds alike and is none: somebody accepted, or is to be invited. */
export const NO_INVITATION = onFolded(
  /accepted your|has accepted|is now (?:a connection|part of)|congratulat|people you may know|see who|hat (?:ihre|deine) (?:einladung|kontaktanfrage) angenommen|a accepte votre|ha aceptado|acepto tu|ha accettato|aceitou (?:seu|o seu)|heeft (?:uw|je) .{0,30}geaccepteerd|przyja[lt]|zaakceptowal|принял(?:а)? ваше|har accepterat|har accepteret|har godtatt|kabul etti|承認しました|接受了|已接受|수락(?:했|하셨)|your invitation to|invited you to (?!connect|join)/,
);

/** Prefixes of forwarded letters; on the subject as written. */
export const FORWARDED =
  /^\s*(?:(?:fwd?|fw|wg|tr|rv|i|enc|doorst|pd|пересл|转发|轉寄|転送|vs|vb|vl|ilt|iletilen)\s{0,3}(?:\[\d{1,3}\])?\s{0,3}[:：]\s*)+/i;

/** Header lines in the text of a forwarded letter. */
const FORWARDED_FROM = onFolded(
  /^(?:from|von|de|da|van|od|от|fran|fra|kimden|差出人|发件人|寄件者)\s{0,3}[:：]\s*(.{1,300}@(?:[\w-]{1,60}\.){0,4}linkedin\.com\b.*)$/iu,
);
export const FORWARDED_DATE = onFolded(
  /^(?:date|sent|datum|gesendet|envoye|fecha|enviado(?: el)?|data|inviato|enviada em|verzonden|wyslano|дата|отправлено|送信日時|日期|发送时间|datum|skickat|dato|sendt|tarih)\s{0,3}[:：]\s*(.{6,120})$/iu,
);

/** The other header lines that a forwarding program writes. */
export const FORWARDED_FIELD = onFolded(
  /^(?:to|cc|subject|reply-to|an|kopie|betreff|antwort an|a|objet|para|asunto|assunto|oggetto|aan|onderwerp|do|dw|temat|кому|копия|тема|宛先|件名|收件人|收件者|抄送|主题|主旨|till|kopia|amne|til|emne|kime|bilgi|konu)\s{0,3}[:：]/iu,
);

/** From here on it is LinkedIn that speaks. */
export const FOOTER = onFolded(
  /^(?:this (?:e-?mail|message) (?:was|is)|you(?: a|')re receiving|you (?:received|are receiving) (?:this|an? |invitation|linkedin|.{0,40}e-?mails?\b)|unsubscribe|help$|©|\(c\)|linkedin (?:corporation|ireland|and the)|learn why|diese (?:e-?mail|nachricht) (?:ist|war|wurde)|sie erhalten|du erhaltst|abbestellen|abmelden|cet e-?mail|ce message|vous recevez|se desabonner|desabonnement|este (?:e-?mail|correo|mensaje|mail)|estas recibiendo|recibes|cancelar (?:la )?suscripcion|darse de baja|questa e-?mail|questo messaggio|ricevi|annulla l'iscrizione|voce (?:esta recebendo|recebeu)|cancelar (?:inscricao|assinatura)|deze e-?mail|dit bericht|(?:u|je) ontvangt|uitschrijven|afmelden|ta wiadomosc|otrzymujesz|zrezygnuj|это (?:письмо|сообщение)|вы получ|отпис|このメール|配信停止|登録解除|此(?:邮件|电子邮件)|您收到|退订|取消订阅|det har (?:mejlet|e-?post|meddelandet)|du far|avprenumerera|denne (?:e-?mail|e-?post|mail)|du modtager|du mottar|afmeld|avslutt abonnement|bu (?:e-?posta|mesaj)|aboneligi)/,
);

/** Buttons and labels, alone on a line or before an address. */
export const BUTTON = onFolded(
  /^(?:accept(?: invitation)?|ignore|decline|view (?:profile|.{1,60}profile|invitation)|reply|respond|see all|connect|confirm that you know .{1,80}|(?:einladung )?annehmen|akzeptieren|ignorieren|ablehnen|profil (?:ansehen|anzeigen|von .{1,60})|.{1,60}profil an(?:sehen|zeigen)|accepter(?: l'invitation)?|ignorer|refuser|voir (?:le|son) profil.*|aceptar(?: invitacion)?|ignorar|rechazar|ver (?:el )?perfil.*|accetta(?: invito)?|ignora|rifiuta|(?:visualizza|vedi) (?:il )?profilo.*|aceitar(?: convite)?|recusar|(?:visualizar|exibir) perfil.*|accepteren|uitnodiging accepteren|negeren|afwijzen|profiel (?:weergeven|bekijken).*|bekijk profiel.*|akceptuj|przyjmij|odrzuc|zobacz profil.*|wyswietl profil.*|принять|отклонить|(?:посмотреть|просмотреть) профиль.*|承認(?:する)?|同意する|辞退(?:する)?|プロフィールを(?:表示|見る)|接受|忽略|查看(?:档案|个人资料|資料)|acceptera|avboj|visa profil.*|vis profil.*|godta|accepter|kabul et|profili? (?:goruntule|gor).*|yoksay|수락(?:하기)?|무시|(?:프로필|.{1,40} 프로필) 보기)$/,
);

/** A line that only greets: LinkedIn puts it before whatever follows. */
export const GREETING = onFolded(
  /^(?:hi|hello|hey|dear|hallo|guten (?:tag|morgen|abend)|liebe[r]?|sehr geehrte[r]?|bonjour|bonsoir|cher|chere|hola|estimad[oa]|ciao|salve|buongiorno|gentile|ola|oi|prezad[oa]|car[oa]|dag|beste|geachte|czesc|witaj|dzien dobry|здравствуйте|привет|уважаем\p{L}{1,4}|hej|hei|kaere|merhaba|sayin|您好|你好|尊敬的|안녕하세요|مرحبا|اهلا|السلام|שלום|היי|สวัสดี|नमस्ते|γεια|вітаю|xin chao|chao|halo|hai|salut|buna|dobry|ahoj|zdravo|tere|sveiki|labas)(?:[ ,，،!！]|$).{0,80}$|^.{1,60}(?:さん|様)[、,，]?(?:こんにちは)?[。!！]?$|^.{1,60}님[,，]?(?: 안녕하세요)?[.!]?$|^.{1,40}(?:您好|你好)[,，：:！!。]?$/u,
);

/** LinkedIn's own sentences in languages the reader of notes does not know. */
export const MORE_STOCK: readonly RegExp[] = [
  /^(?:i'?d|i would|i want)(?: (?:like|love))? to (?:(?:add you to|join) (?:my|your) (?:linkedin |professional |business )*network|connect(?: with you)?)(?: on linkedin)?$/,
  /^ich (?:mochte|wurde) (?:mich |sie |dich |gerne? )*(?:(?:zu |in )?(?:meinem|mein|ihrem|ihr|deinem|dein) (?:beruflichen? |berufliches |linkedin[- ])*(?:netzwerk|kontakten?)(?: auf linkedin)?|mit (?:ihnen|dir)(?: auf linkedin)?) (?:hinzufugen|aufnehmen|beitreten|vernetzen|in kontakt treten)$/,
  /^(?:je (?:souhaite|souhaiterais|voudrais|veux)|j'aimerais|j'aurais aime) (?:vous |t'|te )?(?:ajouter a|rejoindre|faire partie de|entrer dans|integrer) (?:mon|ma|votre|ton) reseau(?: professionnel)?(?: (?:sur )?linkedin)?$/,
  /^(?:me gustaria|quiero|quisiera) (?:unirme a|anadir(?:te|le|lo|la)? a|agregar(?:te|le|lo|la)? a|formar parte de) (?:mi|tu|su) red(?: profesional| de contactos)*(?: (?:en|de) linkedin)?$/,
  /^(?:vorrei|mi piacerebbe|desidero) (?:unirmi alla|entrare nella|entrare a far parte della|far parte della|aggiunger(?:ti|la|lo) alla) (?:mia|tua|sua) rete(?: professionale)?(?: (?:su|di) linkedin)?$/,
  /^(?:eu )?(?:gostaria de|quero) (?:me juntar a|juntar-me a|participar (?:d?a)|fazer parte da|entrar na|adicionar (?:voce |te )?a|adiciona-l[oa] a|adicionar-te a|te adicionar a) (?:minha|sua|tua) rede(?: profissional)?(?: (?:no|do) linkedin)?$/,
  /^ik (?:wil|zou) (?:je |jou |u |graag )*(?:toevoegen aan|deel uitmaken van|lid worden van|opnemen in|aan|in) (?:mijn|je|jouw|uw) (?:professionele |zakelijke |linkedin[- ])*netwerk(?: op linkedin)?(?: toevoegen| toe te voegen| opnemen| willen opnemen)?$/,
  /^(?:저는 )?(?:linkedin|링크드인)?.{0,20}(?:1촌|인맥|네트워크).{0,20}(?:맺고 싶습니다|추가하고 싶습니다|되고 싶습니다)$/,
  /^(?:chcial(?:a)?bym|chce) (?:dolaczyc do|dodac (?:cie|pana|pania) do|nawiazac (?:z toba )?kontakt).{0,80}$/,
  /^(?:я )?(?:хочу|хотел(?:а)? бы) (?:присоединиться к вашей|добавить вас в|установить (?:с вами )?контакт).{0,80}$/,
  /^(?:あなたの)?linkedin(?:の)?ネットワークに.{0,40}$|^linkedinで.{0,20}つながり.{0,20}$/,
  /^我?(?:希望|想|愿意)?(?:在(?:领英|linkedin)上?)?(?:与|和|加|将)?(?:您|你).{0,30}(?:人脉|好友|联系|聯繫|人脈).{0,20}$/,
  /^jag (?:vill|skulle vilja) (?:garna )?(?:ga med i|lagga till dig|knyta kontakt|ingå i).{0,80}$/,
  /^jeg (?:vil|onsker|vil gerne) (?:gerne )?(?:at )?(?:vaere en del af|tilfoje dig|bli med i|foje dig|legge deg til|oprette forbindelse).{0,80}$/,
  /^(?:linkedin )?(?:aginiza katilmak|sizi .{0,40}agima eklemek|baglanti kurmak) ist.{0,40}$/,
].map(onFolded);

/** What a line of a forwarded letter says about its sender, as written, where that is LinkedIn; else ''. */
export function forwardedSender(line: string): string {
  const short = line.slice(0, 500);
  return FORWARDED_FROM.test(fold(short)) ? short.replace(/^[^:：]{1,30}[:：]\s*/, '') : '';
}
