// Italian.
import type { WordList } from './word-list.ts';

export const it: WordList = {
  met: 'incontrato|incontrata|incontrati|conosciuto|conosciuta|conosciuti|ho incontrato|ho conosciuto|visto|vista|parlato con|ho parlato con|incontro con',
  event:
    'durante|durante il|durante la|durante lo|durante l’|in occasione di|in occasione del|in occasione della',
  at: '',
  org: 'presso|lavora in|lavora per|lavora presso|lavora da',
  place: 'vicino a',
  where: 'a|al|alla|allo|all’|ai|alle|in|nel|nella',
  introducer:
    'via|tramite|attraverso|presentato da|presentata da|presentati da|grazie a|per mezzo di|consigliato da|consigliata da|da parte di|su consiglio di',
  unmarked: 'in contatto|in pensione|in formazione|di fatto|a capo|a capo di|in capo|di nuovo',
  articles: 'il|lo|la|i|gli|le|l’|un|uno|una',
  fillers: 'io|ho|abbiamo|e|il|lo|la|le|un|una|con|lui|lei|anche|è|era|come|di|del|a|al|alla|in|da|che|si',
  roles:
    'direttore|direttrice|amministratore|amministratrice|titolare|fondatore|fondatrice|cofondatore|cofondatrice|socio|socia|presidente|responsabile|ingegnere|sviluppatore|sviluppatrice|programmatore|programmatrice|grafico|grafica|progettista|architetto|architetta|analista|consulente|ricercatore|ricercatrice|scienziato|scienziata|professore|professoressa|docente|insegnante|maestro|maestra|studente|studentessa|stagista|tirocinante|redattore|redattrice|scrittore|scrittrice|autore|autrice|giornalista|fotografo|fotografa|illustratore|illustratrice|produttore|produttrice|organizzatore|organizzatrice|commercialista|contabile|avvocato|avvocata|notaio|infermiere|infermiera|medico|farmacista|imprenditore|imprenditrice|investitore|investitrice|bibliotecario|bibliotecaria|libraio|libraia|stampatore|stampatrice|tipografo|tipografa|legatore|legatrice|commerciale|segretario|segretaria|assistente|freelance|sindaco|sindaca|traduttore|traduttrice|tecnico|tecnica|ad|dg',
  roleStarts:
    'capo|vicepresidente|vice|coordinatore|coordinatrice|addetto|addetta|vicedirettore|vicedirettrice',
  eventWords:
    'fiera|congresso|convegno|conferenza|salone|festival|seminario|laboratorio|forum|vertice|cena|matrimonio|incontri|giornate|giornata|festa|mostra|simposio|settimana|raduno',
  labels: {
    name: 'nome|persona|chi',
    title: 'ruolo|titolo|posizione|funzione',
    org: 'azienda|società|organizzazione|ditta',
    email: 'e-mail|email|mail|posta',
    tel: 'tel|telefono|cellulare|cell',
    url: 'sito|web|link',
    event: 'evento|occasione',
    place: 'luogo|città|dove',
    date: 'data|quando|giorno',
    introducer: 'presentato da|presentata da|tramite',
    tag: 'etichetta|tag',
    note: 'nota|note|tema|argomento',
  },
  days: {
    today: 'oggi|stamattina|stamani|questa mattina|questa sera|stasera|questo pomeriggio|oggi pomeriggio',
    yesterday: 'ieri|ieri sera|ieri mattina|ieri pomeriggio|stanotte',
    dayBeforeYesterday: 'l’altro ieri|altro ieri|avantieri|ieri l’altro|altroieri',
    weekdays: ['lunedì|lun', 'martedì', 'mercoledì|mer', 'giovedì|gio', 'venerdì|ven', 'sabato', 'domenica'],
    last: 'scorso|scorsa|passato|passata|ultimo|ultima',
    thisOne: 'questo|questa',
    next: 'prossimo|prossima|seguente',
    agoBefore: '',
    agoAfter: 'fa|or sono',
    numbers: [
      'un|una|uno',
      'due|un paio di',
      'tre',
      'quattro',
      'cinque',
      'sei',
      'sette',
      'otto',
      'nove',
      'dieci',
    ],
    day: 'giorno|giorni',
    week: 'settimana|settimane',
    month: 'mese|mesi',
    year: 'anno|anni',
    on: 'il|lo|l’|dal|del|la',
    within: 'a|in|nel|nel mese di|ad|a inizio|a fine|a metà',
    of: 'di|del|dell’',
  },
};
