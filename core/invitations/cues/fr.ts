// French cues.
import type { CueList } from './cue-list.ts';

const APP = 'whatsapp*|telegram*|signal|viber';

export const fr: CueList = {
  plain: {
    met: [
      'nous nous|avons|etions ..3 rencontres|rencontrees|croises|parle|discute|echange|connus|vus',
      'on sest|a ..3 rencontres|croises|parle|discute|echange|rencontre|vus',
      'ravi|ravie|heureux|heureuse|content|contente|plaisir ..2 vous|tavoir|de ..2 avoir? rencontre|rencontree|rencontrer|croise|parle ..2 a|au|lors|aux|hier|pendant',
      'notre conversation|discussion|echange|rencontre ..1 a|au|lors|sur|aux|de|hier|pendant',
      'suite a notre ..1 conversation|discussion|echange|rencontre|entretien',
    ],
    worked_together: [
      'nous avons|on a ..3 travaille|etudie|collabore ..2 ensemble|chez|sur|a',
      'travaille|travaillions|collabore|etudie ensemble',
      'ancien|ancienne|ex collegue|camarade|etudiant|etudiante|eleve|stagiaire',
    ],
    interest: [
      'votre|ton|vos|tes ..1 conference|article|livre|presentation|keynote|atelier|these|travaux|exposes|post ..1 sur|a|au|lors|dans',
    ],
    pitch: [
      'jaide|jaccompagne|nous aidons|accompagnons ..3 entreprises|dirigeants|entrepreneurs|ceo|pme|startups|coachs|agences|independants|societes',
      'jaide|jaccompagne|aidons|accompagnons ..1 les|des ..3 a',
      'plus de leads|clients|prospects|rendez',
      'audit|demo|essai|consultation|webinaire|diagnostic ..1 gratuit|gratuite|offert|offerte',
      'tombe|tombee sur votre|ton profil',
      'augmenter|booster|doubler ..2 votre|vos|ton|tes|chiffre ..2 chiffre|ventes|revenus|visibilite|affaires',
      'synerg*',
      'places limitees',
      'nous proposons ..5 solutions|services|solution',
    ],
    call_to_action: [
      'court|rapide|petit|bref appel|call|echange|rendez',
      'auriez|avez|aurais|as vous|tu ..3 minutes|min',
      '10|15|20|30 minutes|min pour|cette|dans',
      'appel rapide|decouverte',
      'reserver|planifier|fixer ..2 appel|creneau|rendez|echange',
    ],
    recruiter: [
      'recruteur|recruteuse|recrute|recrutons|recrutement|chasseur|chasseuse',
      'poste|opportunite ..4 chez|pour|correspond',
      'nouveau|nouvelle|belle poste|opportunite|defi',
      'votre profil ..3 correspond|interesse',
    ],
  },
  scam: {
    off_platform: [
      `contacte*|ecris*|ecrivez|ajoute*|rejoin*|joign*|parle*|discut*|continu* ..4 sur|via|par ..1 ${APP}`,
      `mon|votre|ton numero? ${APP}`,
      `numero ${APP}`,
      'ecrivez|ecris|contactez|contacte ..3 sur|a mon|ma adresse|mail|email|e ..2 prive|privee|personnel|personnelle|mail',
    ],
    investment: [
      'rendement|rendements|profit|profits|gain|gains|revenu|revenus ..1 garanti*|assure*',
      'crypto*|bitcoin*|forex ..2 investissement|investissements|trading|profits|gains|plateforme',
      'investi* ..4 crypto*|bitcoin*|forex',
      'trading crypto*|forex',
      'gagne* ..5 par jour|semaine|mois',
      'revenu|revenus passif|passifs',
      'liberte financiere',
      'opportunite dinvestissement',
    ],
    money: [
      'cartes|carte cadeau|cadeaux|itunes|steam',
      'envoy* ..3 argent',
      'vos coordonnees bancaires',
      'pret entre particuliers|particulier',
      'offre|demande de pret',
      'western union',
      'heritage ..6 euros|dollars|millions',
    ],
    id_document: ['copie|photo|scan ..2 de ..1 votre|ta|passeport ..1 carte|passeport|piece|identite'],
    attachment: ['en|ci piece|joint jointe|le|la|un', 'piece jointe'],
    romance: [
      'bonjour|salut|coucou ..1 belle|beau|cherie|cheri|ma? ange',
      'vous etes|tu es ..2 belle|beau|charmante|charmant|magnifique|ravissante|sexy',
      'es tu|vous celibataire|marie|mariee',
      'cherche ..4 amour|serieuse|epoux|mari',
    ],
  },
  introducerBefore: [
    'ma|nous|mavait ..1 suggere|conseille|recommande|propose|parle|donne|presente|presentes|dit|encourage',
    'a suggere|propose|recommande|conseille ..1 que|de|dentrer',
    'nous a ..1 presentes|mis',
  ],
  introducerAfter: [
    'sur|de la? recommandation|conseil|conseils|part de',
    'recommande|suggere|presente par',
    'par lintermediaire de',
    'notre ami|amie|collegue|contact ..1 commun|commune',
    'notre ami|amie|collegue',
  ],
  at: ['a', 'au', 'aux', 'lors', 'pendant', 'chez', 'du', 'de', 'la', 'le'],
  stock: [
    'je souhaite vous ajouter a mon reseau professionnel sur linkedin',
    'je souhaiterais vous ajouter a mon reseau professionnel sur linkedin',
    'jaimerais vous ajouter a mon reseau professionnel sur linkedin',
    'jaimerais vous ajouter a mon reseau professionnel',
    'je souhaite rejoindre votre reseau linkedin',
    'jaimerais rejoindre votre reseau linkedin',
    'jaimerais rejoindre votre reseau sur linkedin',
    'je vous invite a rejoindre mon reseau professionnel sur linkedin',
  ],
  filler:
    'bonjour bonsoir salut cher chere madame monsieur je jaimerais jai vous tu nous on me moi mon ma mes votre vos ton ta tes notre a au aux de du des dans sur avec et ou le la les un une pour par en serais serait souhaite souhaiterais voudrais aimerais ravi ravie heureux heureuse plaisir connecter entrer contact relation reseau reseaux ajouter rejoindre profil interessant interesse interessee echanger echange echanges professionnel professionnels professionnelle linkedin merci cordialement bien bonne journee belle sil plait accepter invitation elargir developper',
};
