// French.
import type { WordList } from './word-list.ts';

export const fr: WordList = {
  met: 'rencontré|rencontrée|rencontre|rencontrés|croisé|croisée|vu|vue|fait la connaissance de|parlé avec|discuté avec|connu|connue',
  event:
    'lors de|lors du|lors de la|lors des|pendant|pendant le|pendant la|durant|pendant les|à l’occasion de|au cours de',
  at: '',
  org: 'chez|travaille chez|travaille pour|de chez',
  place: 'près de',
  where: 'à|à la|à l’|au|aux|en|dans',
  introducer:
    'via|par|grâce à|présenté par|présentée par|présentés par|par l’intermédiaire de|par le biais de|recommandé par|recommandée par|de la part de|mis en relation par|mise en relation par',
  unmarked: 'en charge|en formation|en stage|en contact|en résidence|à suivre|en chef|par contre',
  articles: 'le|la|les|l’|un|une|des|du',
  fillers:
    'je|j’ai|ai|nous|avons|on|et|le|la|les|un|une|avec|lui|elle|aussi|est|était|comme|de|du|à|au|en|chez|par|qui',
  roles:
    'pdg|dg|daf|dsi|drh|directeur|directrice|gérant|gérante|fondateur|fondatrice|cofondateur|cofondatrice|associé|associée|président|présidente|responsable|ingénieur|ingénieure|développeur|développeuse|graphiste|architecte|analyste|consultant|consultante|chercheur|chercheuse|professeur|professeure|enseignant|enseignante|étudiant|étudiante|stagiaire|rédacteur|rédactrice|journaliste|écrivain|écrivaine|auteur|autrice|photographe|illustrateur|illustratrice|producteur|productrice|organisateur|organisatrice|recruteur|recruteuse|comptable|avocat|avocate|notaire|infirmier|infirmière|médecin|pharmacien|pharmacienne|entrepreneur|entrepreneuse|investisseur|investisseuse|conseiller|conseillère|bibliothécaire|libraire|imprimeur|imprimeuse|relieur|relieuse|commercial|commerciale|acheteur|acheteuse|secrétaire|assistant|assistante|indépendant|indépendante|maire|traducteur|traductrice',
  roleStarts:
    'chef|cheffe|chargé|chargée|maître|maîtresse|attaché|attachée|adjoint|adjointe|vice-président|vice-présidente|délégué|déléguée',
  eventWords:
    'salon|congrès|colloque|conférence|foire|festival|rencontres|journées|séminaire|atelier|forum|assises|soirée|dîner|mariage|sommet|fête|apéro|vernissage|exposition',
  labels: {
    name: 'nom|personne|qui',
    title: 'titre|fonction|poste|rôle',
    org: 'société|entreprise|organisation|employeur',
    email: 'courriel|e-mail|email|mail',
    tel: 'tél|tel|téléphone|portable|mobile',
    url: 'site|web|lien',
    event: 'événement|évènement|occasion',
    place: 'lieu|ville|où',
    date: 'date|quand|jour',
    introducer: 'présenté par|présentée par|par',
    tag: 'mot-clé|étiquette|tag',
    note: 'note|remarque|sujet|notes',
  },
  days: {
    today: 'aujourd’hui|ce matin|ce soir|cet après-midi|ce midi|à l’instant',
    yesterday: 'hier|hier soir|hier matin|hier après-midi|hier midi',
    dayBeforeYesterday: 'avant-hier|avant hier',
    weekdays: [
      'lundi|lun',
      'mardi',
      'mercredi|mer',
      'jeudi|jeu',
      'vendredi|ven',
      'samedi|sam',
      'dimanche|dim',
    ],
    last: 'dernier|dernière|derniers|passé|passée',
    thisOne: 'ce|cet|cette',
    next: 'prochain|prochaine|suivant|suivante',
    agoBefore: 'il y a|y a',
    agoAfter: '',
    numbers: ['un|une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
    day: 'jour|jours',
    week: 'semaine|semaines',
    month: 'mois',
    year: 'an|ans|année|années',
    on: 'le|du|depuis le|ce|la',
    within: 'en|au mois de|courant|début|fin|mi',
    of: 'de',
  },
};
