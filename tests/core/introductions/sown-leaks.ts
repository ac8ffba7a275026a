// Made-up secrets in seven languages: a private note, what a letter could carry over from it, and what a reference said.
import type { LetterLanguage } from '#core/introductions/model.ts';

interface Leaks {
  readonly note: string;
  /** Wording of the note. */
  readonly borrowed: readonly string[];
  /** Words of the same matters as the note's, none of them the note's own. */
  readonly sensitive: readonly string[];
  readonly quote: string;
  readonly names: readonly string[];
  readonly places: readonly string[];
  /** Letters by hand with nothing wrong in them. */
  readonly clean: readonly string[];
}

const ADDRESSES = [
  'bo.li@example.net',
  '+49 30 901820-11',
  '030/1234567',
  'jo [at] example.com',
  'Am Alten Markt 5',
];
const NAMES = ['Carla Nunes', 'Jonas Brandt', '李 明'];

export const LEAKS: Readonly<Record<LetterLanguage, Leaks>> = {
  en: {
    note: 'Cannot stand her new boss. Going through a divorce, chemotherapy in spring. Deep in debt, looking for a new job.',
    borrowed: ['cannot stand her new boss', 'chemotherapy in spring', 'deep in debt'],
    sensitive: [
      'sorry about your separation',
      'hope the surgery went well',
      'and the mortgage',
      'since you were laid off',
    ],
    quote: 'talks too much and never pays on time',
    names: NAMES,
    places: [...ADDRESSES, '12 Baker Street', '221b Old Mill Road'],
    clean: [
      'Hi Ana,\n\nI read your piece on harbour cranes over breakfast, and it made me miss the sea. Shall we have coffee in May? I could bring the Danish maps I told you about; they are larger than my table.\n\nBest,\nMara',
      'Dear Ana,\n\nMany thanks for the book. May I keep it until the end of June? Grace and patience are what it asks of its readers, and I have little of either at present.\n\nMara',
    ],
  },
  de: {
    note: 'Kann die neue Chefin nicht leiden. Scheidung läuft, Chemotherapie im Frühjahr. Hohe Schulden, auf Jobsuche.',
    borrowed: [
      'kann die neue Chefin nicht leiden',
      'Chemotherapie im Frühjahr',
      'Scheidung läuft, Chemotherapie',
    ],
    sensitive: [
      'das mit der Trennung tut mir leid',
      'nach der Operation',
      'wegen der Hypothek',
      'seit der Kündigung',
    ],
    quote: 'redet zu viel und zahlt nie pünktlich',
    names: NAMES,
    places: [...ADDRESSES, 'Gartenstraße 7', 'Lindenweg 12a'],
    clean: [
      'Hallo Ana,\n\ndeinen Text über Hafenkräne habe ich beim Frühstück gelesen und gleich Sehnsucht nach dem Meer bekommen. Wollen wir im Mai einen Kaffee trinken? Die dänischen Karten bringe ich mit; sie sind größer als mein Tisch.\n\nViele Grüße\nMara',
      'Liebe Ana,\n\nvielen Dank für das Buch. Darf ich es bis Ende Juni behalten? Es verlangt Geduld, und davon habe ich gerade wenig. Im Übrigen: Der Stempel ist endlich gefunden.\n\nMara',
    ],
  },
  fr: {
    note: 'Ne supporte pas sa nouvelle cheffe. Divorce en cours, chimiothérapie au printemps. Très endettée, cherche du travail.',
    borrowed: ['ne supporte pas sa nouvelle cheffe', 'chimiothérapie au printemps', 'divorce en cours'],
    sensitive: ['pour la séparation', 'après l’opération', 'avec l’hypothèque', 'depuis le licenciement'],
    quote: 'parle trop et ne paie jamais à temps',
    names: NAMES,
    places: [...ADDRESSES, '12, rue de la Paix', '5 avenue Victor Hugo'],
    clean: [
      'Bonjour Ana,\n\nJ’ai lu ton article sur les grues du port au petit-déjeuner, et la mer m’a manqué. Prenons un café en mai ? J’apporterai les cartes danoises ; elles sont plus grandes que ma table.\n\nMara',
      'Chère Ana,\n\nMerci beaucoup pour le livre. Puis-je le garder jusqu’à fin juin ? Il demande de la patience, et il m’en reste peu.\n\nMara',
    ],
  },
  es: {
    note: 'No soporta a su nueva jefa. Divorcio en marcha, quimioterapia en primavera. Muchas deudas, busca trabajo.',
    borrowed: ['no soporta a su nueva jefa', 'quimioterapia en primavera', 'divorcio en marcha'],
    sensitive: ['por la separación', 'tras la depresión', 'con la hipoteca', 'desde el despido'],
    quote: 'habla demasiado y nunca paga a tiempo',
    names: NAMES,
    places: [...ADDRESSES, 'calle Mayor 5', 'Avenida de la Paz, 18'],
    clean: [
      'Hola, Ana:\n\nLeí tu artículo sobre las grúas del puerto durante el desayuno y eché de menos el mar. ¿Tomamos un café en mayo? Llevaré los mapas daneses; son más grandes que mi mesa.\n\nMara',
      'Querida Ana:\n\nMuchas gracias por el libro. ¿Puedo quedármelo hasta finales de junio? Pide paciencia, y de eso me queda poca.\n\nMara',
    ],
  },
  it: {
    note: 'Non sopporta la nuova direttrice. Divorzio in corso, chemioterapia in primavera. Molti debiti, cerca lavoro.',
    borrowed: ['non sopporta la nuova direttrice', 'chemioterapia in primavera', 'divorzio in corso'],
    sensitive: ['per la separazione', 'dopo il ricovero', 'con il mutuo', 'dopo il licenziamento'],
    quote: 'parla troppo e non paga mai in tempo',
    names: NAMES,
    places: [...ADDRESSES, 'via Garibaldi 10', 'Piazza del Duomo, 3'],
    clean: [
      'Ciao Ana,\n\nho letto il tuo articolo sulle gru del porto a colazione, e mi è venuta nostalgia del mare. Prendiamo un caffè a maggio? Porterò le carte danesi; sono più grandi del mio tavolo.\n\nMara',
      'Cara Ana,\n\ngrazie mille per il libro. Posso tenerlo fino a fine giugno? Chiede pazienza, e me ne resta poca.\n\nMara',
    ],
  },
  pt: {
    note: 'Não suporta a nova chefe. Divórcio em curso, quimioterapia na primavera. Muitas dívidas, procura emprego.',
    borrowed: ['não suporta a nova chefe', 'quimioterapia na primavera', 'divórcio em curso'],
    sensitive: ['pela separação', 'depois da cirurgia', 'com a hipoteca', 'desde a demissão'],
    quote: 'fala demais e nunca paga a horas',
    names: NAMES,
    places: [...ADDRESSES, 'Rua das Flores, 100', 'Avenida Brasil 12'],
    clean: [
      'Olá, Ana,\n\nLi o seu texto sobre os guindastes do porto no café da manhã e senti saudade do mar. Vamos tomar um café em maio? Levo os mapas dinamarqueses; são maiores que a minha mesa.\n\nMara',
      'Querida Ana,\n\nAgradeço muito o livro. Posso ficar com ele até o fim de junho? Ele pede paciência, e disso me resta pouco.\n\nMara',
    ],
  },
  nl: {
    note: 'Kan haar nieuwe baas niet uitstaan. Scheiding loopt, chemotherapie in het voorjaar. Veel schulden, zoekt werk.',
    borrowed: [
      'kan haar nieuwe baas niet uitstaan',
      'chemotherapie in het voorjaar',
      'scheiding loopt, chemotherapie',
    ],
    sensitive: ['dat jullie uit elkaar zijn', 'na de operatie', 'met de hypotheek', 'sinds het ontslag'],
    quote: 'praat te veel en betaalt nooit op tijd',
    names: NAMES,
    places: [...ADDRESSES, 'Keizersgracht 123', 'Dorpsstraat 4'],
    clean: [
      'Hoi Ana,\n\nBij het ontbijt las ik je stuk over havenkranen, en ik kreeg heimwee naar de zee. Zullen we in mei koffie drinken? Ik neem de Deense kaarten mee; ze zijn groter dan mijn tafel.\n\nMara',
      'Lieve Ana,\n\nHartelijk dank voor het boek. Mag ik het tot eind juni houden? Het vraagt geduld, en daarvan heb ik weinig over.\n\nMara',
    ],
  },
};
