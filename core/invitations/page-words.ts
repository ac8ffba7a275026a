// What LinkedIn's pages and letters put around people's own words, in seven languages: buttons, labels, counters.

const any = (flags: string, ...parts: readonly string[]) => new RegExp(`^(?:${parts.join('|')})$`, flags);

/** Buttons that end an invitation's card. */
export const ANSWERS = any(
  'iu',
  'accept|ignore|accept invitation|annehmen|ignorieren|einladung annehmen|accepter|ignorer|aceptar|accetta|ignora|rifiuta|aceitar|ignorar|accepteren|negeren',
  // Read out to those who cannot see: "Accept Mia Novak’s invitation to connect".
  '(?:accept|ignore|annehmen|accepter|ignorer|aceptar|ignorar|accetta|ignora|aceitar|accepteren|negeren)\\s.{1,120}(?:invitation|einladung|invitación|invito|convite|uitnodiging).{0,60}',
);

/** Buttons, counters and labels of the page: never anybody's words. */
export const CHROME = any(
  'iu',
  "message|reply|reply to .{1,80}|connect|follow|following|more|pending|withdraw|show more|show all|see more|…?see (?:more|less)|view (?:my )?profile|view .{1,80}[’'`]s? ?profile.{0,20}|contact info|open to(?: work)?|premium|verified|verified profile|influencer|top voice|status is (?:online|offline|reachable)|about|activity|save in sales navigator|invitations?(?: \\(\\d+\\))?|manage(?: all)?|received|sent|hiring|providing services|.{1,80}[’']s? (?:profile picture|profile photo|background image|cover photo)|profile (?:picture|photo) of .{1,80}",
  'nachricht|antworten|vernetzen|folgen|gefolgt|mehr|mehr anzeigen|ausstehend|zurückziehen|profil anzeigen|kontaktinfo|info|aktivitäten|einladungen(?: \\(\\d+\\))?|verwalten|erhalten|gesendet|verifiziert|profilbild von .{1,80}|profilfoto von .{1,80}|.{1,80}s? profilbild|.{1,60} antworten|offen für(?: jobs)?',
  'répondre|se connecter|suivre|suivi|plus|voir plus|en attente|retirer|voir le profil|coordonnées|infos|activité|invitations?|gérer|reçues|envoyées|vérifié|photo de profil de .{1,80}|répondre à .{1,80}|à l’écoute du marché',
  'responder|conectar|seguir|siguiendo|más|ver más|pendiente|retirar|ver perfil|mensaje|información de contacto|acerca de|actividad|invitaciones|gestionar|recibidas|enviadas|verificado|foto de perfil de .{1,80}|responder a .{1,80}',
  'rispondi|collegati|segui|seguito|altro|mostra altro|in attesa|ritira|visualizza profilo|messaggio|informazioni di contatto|informazioni|attività|inviti|gestisci|ricevuti|inviati|verificato|foto (?:del )?profilo di .{1,80}|rispondi a .{1,80}',
  'mais|mensagem|seguindo|ver mais|exibir mais|pendente|ver perfil|informações de contato|sobre|atividades?|convites|gerenciar|gerir|recebidos|enviados|foto (?:do|de) perfil de .{1,80}|responder a .{1,80}',
  'beantwoorden|connectie maken|volgen|volgend|meer|meer weergeven|in behandeling|intrekken|profiel weergeven|bericht|contactgegevens|over|activiteit|uitnodigingen|beheren|ontvangen|verzonden|geverifieerd|profielfoto van .{1,80}|beantwoord .{1,80}',
  '\\d+(?:st|nd|rd|th)?|·|•',
);

/** "500+ connections", "1.204 Follower:innen". */
export const COUNTER =
  /^(?:über |plus de |más de |mais de |oltre |meer dan )?(\d[\d.,\s]*\d|\d)\+?\s*(connections|kontakte|relations|contactos|collegamenti|connessioni|conexões|contatos|ligações|connecties|followers|follower(?:[:*]innen)?|abonnés|seguidores|volgers)\b.{0,60}$/iu;

export const AGE =
  /^(?:(?:sent|received|gesendet|erhalten|envoyée?|reçue?|enviad[oa]|recibid[oa]|inviat[oa]|ricevut[oa]|recebid[oa]|verzonden|ontvangen)\b.*|today|yesterday|heute|gestern|aujourd’hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|vandaag|gisteren|(?:vor |il y a |hace |há )?(?:\d+|an?|eine[mr]?|une?|un[ao]?|um|uma|een)\s*(?:min(?:utes?|uten|utos?|uti?)?|h|hrs?|hours?|days?|weeks?|months?|years?|mo|w|d|tage?n?|wochen?|monate?n?|stunden?|jahre?n?|heures?|jours?|semaines?|mois|ans?|horas?|días?|semanas?|mes(?:es)?|años?|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|dias?|anos?|uur|dagen|dag|weken|week|maanden?|jaar)(?: ago| fa| atrás| geleden)?)$/iu;

/** "· 3rd", "2. Grad", "3e", "2º", "· 2.º". */
export const DEGREE =
  /\s*(?:[·•|]\s*)?(?:(?:1st|2nd|3rd)\+?(?:\s+degree connection)?|(?:first|second|third)[- ]degree connection|[123]\.(?:\s*grad(?:es)?)?(?:\s*kontakt)?|kontakt [123]\. grades|[123](?:er?|e)(?:\s*(?:et\s*\+|niveau))?|relation de [123]e?r? niveau|[123]\.?º\+?(?: grau)?|[123]\.?er grado|contacto de [123]\.?º? ?(?:er)? grado|[123]°\+?(?: grado)?|collegamento di [123]° grado|[123]e(?:graads)?(?: connectie)?)\s*$/iu;
export const DEGREE_ALONE = new RegExp(`^(?:[·•|]\\s*)?(?:${DEGREE.source.slice(3)})`, 'iu');

/** "Mia Novak wants to connect": the name is what stands before. */
export const INVITES = new RegExp(
  `^(.{1,200}?)\\s+(?:${[
    'invited you to connect|(?:wants|would like) to connect(?: with you)?|sent you (?:an invitation|a connection request)|is inviting you to connect|wants to join your network|follows you and is inviting you to connect',
    'möchte (?:sich mit (?:ihnen|dir) vernetzen|kontakt mit (?:ihnen|dir) aufnehmen|mit (?:ihnen|dir) in kontakt treten)|hat (?:ihnen|dir|sie|dich) (?:eine (?:einladung|kontaktanfrage) gesendet|eingeladen.*)',
    'souhaite (?:se connecter|vous ajouter|rejoindre).*|vous (?:a invité|invite|a envoyé une invitation).*',
    '(?:quiere|desea|le gustaría) conectar.*|te ha (?:invitado|enviado una invitación).*',
    '(?:vuole|desidera|vorrebbe) collegarsi.*|ti ha (?:invitato|inviato un invito).*',
    '(?:quer|deseja|gostaria de) se conectar.*|(?:quer|gostaria de) (?:ligar-se|conectar).*|enviou um convite.*|convidou você.*',
    'wil (?:graag )?(?:met (?:je|u) )?(?:connecten|een connectie|verbinding).*|heeft (?:je|u) (?:een uitnodiging|uitgenodigd).*',
  ].join('|')})[.!]?$`,
  'iu',
);

export const PRONOUNS =
  /^\(?(?:she|he|they|sie|er|elle|il|iel|ella|él|lei|lui|ela|ele|zij|hij|hen)\s*\/\s*\p{L}+(?:\s*\/\s*\p{L}+)?\)?$/iu;

/** "Brno, Czechia · Contact info": where they say they live. */
export const PLACE =
  /^(.{2,200}?)\s*(?:[·•]\s*)?(?:contact info|kontaktinfo(?:s|rmationen)?|coordonnées|información de contacto|informazioni di contatto|informações de contato|informações de contacto|contactgegevens)$/iu;

/** "Talks about #queues": LinkedIn's own sentence. */
export const TOPICS =
  /^(?:talks about|spricht über|parle de|habla sobre|parla di|fala sobre|praat over|creator|beiträge zu)\s?#.*$/iu;

/** Headings after which a profile page has nothing more about the invitation. */
export const SECTION = any(
  'iu',
  'highlights|featured|experience|education|licenses & certifications|skills|recommendations|people also viewed|more profiles for you|people you may know',
  'berufserfahrung|ausbildung|kenntnisse|empfehlungen|im fokus|weitere profile',
  'expérience|formation|compétences|recommandations|sélection|autres profils consultés',
  'experiencia|educación|aptitudes|recomendaciones|destacado',
  'esperienza|formazione|competenze|referenze|in primo piano',
  'experiência|formação acadêmica|competências|recomendações|em destaque',
  'ervaring|opleiding|vaardigheden|aanbevelingen|uitgelicht',
);

/** The end of a letter from LinkedIn. */
export const FOOTER =
  /^(?:unsubscribe|you are receiving|this email was intended|© ?\d{4}|linkedin (?:corporation|ireland)|sie erhalten|diese e-mail|vous recevez|cet e-mail|recibes|este correo|ricevi|questa e-mail|você está recebendo|este e-mail|u ontvangt|je ontvangt|deze e-mail)\b/iu;

/** A line that greets is the note, although no headline came before it. */
export const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|moin|servus|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|salut|coucou|cher|chère|hola|buen[oa]s (?:días|tardes|noches)|estimad[oa]|ciao|salve|buongiorno|buonasera|gentile|olá|oi|bo[am] (?:dia|tarde|noite)|car[oa]|prezad[oa]|hoi|dag|goede(?:morgen|middag|navond)|beste|geachte)(?![\p{L}])/iu;
