// Italian cues.
import type { CueList } from './cue-list.ts';

const APP = 'whatsapp*|telegram*|signal';

export const it: CueList = {
  plain: {
    met: [
      'ci siamo ..1 conosciuti|incontrati|visti|parlati|sentiti|conosciute|incontrate',
      'abbiamo ..1 parlato|chiacchierato|discusso ..3 a|al|alla|durante|di|del|della|ieri|in|dopo',
      'piacere|bello ..2 averti|averla|conoscerti|conoscerla ..1 conosciuto|conosciuta|incontrato|incontrata ..1 a|al|alla|durante|ieri|in',
      'nostra conversazione|chiacchierata|riunione ..1 a|al|alla|su|durante|di|ieri',
    ],
    worked_together: [
      'abbiamo ..1 lavorato|studiato|collaborato ..2 insieme|a|in|per|al|alla|con',
      'ex|vecchio|vecchia collega|compagno|compagna|studente|studentessa',
      'compagni|compagno|compagna di ..1 corso|universita|classe|scuola',
    ],
    interest: [
      'tuo|suo|tua|sua intervento|articolo|libro|presentazione|tesi|relazione|workshop|talk ..1 su|a|al|alla|sul|sulla',
    ],
    pitch: [
      'aiuto|aiutiamo|supportiamo ..3 aziende|imprenditori|imprese|ceo|professionisti|manager|agenzie|pmi|startup',
      'aiuto|aiutiamo ..3 a ..3 crescere|aumentare|scalare|trovare|generare',
      'piu clienti|vendite|lead|fatturato|contatti',
      'consulenza|demo|audit|analisi|webinar|prova ..1 gratuita|gratuito|gratis',
      'imbattuto|imbattuta|capitato|capitata ..2 tuo|suo|sul profilo',
      'ho visto|notato il ..1 tuo|suo? profilo',
      'aumentare|raddoppiare|far ..3 fatturato|vendite|clienti',
      'sinergi*',
      'posti limitati',
      'offriamo ..5 soluzioni|servizi',
    ],
    call_to_action: [
      'breve|veloce|rapida chiamata|call|chiacchierata|telefonata|incontro',
      'chiamata|call|telefonata veloce|breve|conoscitiva',
      'hai|ha|avresti|avrebbe ..2 minuti|min',
      '10|15|20|30 minuti|min per|questa|di',
      'fissare|prenotare|organizzare ..2 chiamata|call|appuntamento|incontro|demo',
    ],
    recruiter: [
      'recruiter|selezionatore|selezionatrice|selezione|headhunter',
      'posizione|opportunita ..2 aperta|lavorativa|lavoro|presso',
      'stiamo cercando|assumendo|selezionando',
      'tuo|suo profilo ..3 linea|adatto|interessante per',
    ],
  },
  scam: {
    off_platform: [
      `scriv*|aggiung*|contatt*|parl*|sent* ..4 su|via|tramite|al ..1 ${APP}`,
      `mio|tuo|suo ..1 numero? ${APP}`,
      `numero ..2 ${APP}`,
      'scriv* ..3 mia|mio email|mail|indirizzo ..1 personale|privata|privato',
    ],
    investment: [
      'guadagni|guadagno|rendimento|rendimenti|profitti|entrate ..1 garantit*|sicuri|assicurat*',
      'invest* ..4 cripto*|crypto*|bitcoin*|forex',
      'cripto*|crypto*|bitcoin*|forex ..2 investimento|investimenti|trading|guadagni|piattaforma',
      'guadagna* ..5 al|ogni|a giorno|settimana|mese',
      'reddito|rendita passivo|passiva',
      'liberta finanziaria',
      'opportunita di investimento',
    ],
    money: [
      'carta|carte|buono|buoni regalo',
      'invia*|manda*|presta* ..3 soldi|denaro',
      'tuoi|suoi|tue|sue dati|coordinate bancari|bancarie',
      'offerta|proposta di prestito',
      'western union',
      'eredita ..6 milioni|euro|dollari',
    ],
    id_document: ['copia|foto ..3 tuo|sua|suo|tua|passaporto ..1 documento|passaporto|carta|identita'],
    attachment: ['in allegato', 'file|documento allegato'],
    romance: [
      'ciao ..1 bella|bello|bellissima|tesoro|cara|amore',
      'sei ..2 bella|bello|bellissima|bellissimo|sexy|affascinante|stupenda',
      'sei single|sposata|sposato',
      'cerco ..3 amore|seria|compagna|marito',
    ],
  },
  introducerBefore: [
    'mi ha ..1 suggerito|consigliato|detto|proposto|dato|parlato|raccomandato|segnalato',
    'ci ha ..1 presentati|presentato|messo|messi',
    'ha suggerito|consigliato|proposto di|che',
  ],
  introducerAfter: [
    'su suggerimento|consiglio|segnalazione|raccomandazione di',
    'consigliato|presentato|suggerito|segnalato da',
    'nostro|nostra amico|amica|collega|contatto ..2 comune',
    'nostro|nostra amico|amica|collega',
    'contatto|nome|recapito tramite',
  ],
  at: ['a', 'al', 'alla', 'allo', 'in', 'durante', 'del', 'della', 'dopo'],
  stock: [
    'vorrei aggiungerti alla mia rete professionale su linkedin',
    'vorrei aggiungerti alla mia rete professionale',
    'vorrei aggiungerla alla mia rete professionale su linkedin',
    'desidero aggiungerti alla mia rete professionale su linkedin',
    'vorrei entrare a far parte della tua rete linkedin',
    'vorrei far parte della tua rete su linkedin',
    'voglio collegarmi con te su linkedin',
    'mi piacerebbe aggiungerti alla mia rete professionale su linkedin',
  ],
  filler:
    'ciao salve buongiorno buonasera gentile egregio egregia caro cara dott signor signora io tu te lei ti mi ci la il lo le gli un una mio mia tuo tua suo sua nostro a al alla di del della in con su e o per che vorrei voglio piacerebbe desidero piacere felice lieto lieta collegarmi collegarci collegamento connettermi connetterci entrare contatto contatti rete aggiungerti aggiungerla aggiungere profilo interessante scambiare professionale professionisti linkedin grazie saluti cordiali distinti molto piu favore accettare invito ampliare',
};
