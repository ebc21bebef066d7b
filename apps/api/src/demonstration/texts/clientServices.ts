import type { Topic } from '../Topic.ts'

/** What people complain about to the client services sector. */
export const clientServicesTopics: readonly Topic[] = [
  {
    sector: 'CLIENT_SERVICES',
    service: 'Accueil et renseignements',
    subject: 'Rappels promis et jamais faits',
    statements: [
      'Quatre rappels ont été promis entre {mois} et le dépôt de la plainte ; aucun n’a été fait.',
      'La boîte vocale promet un rappel le jour ouvrable suivant. La personne a attendu {semaines} jours.',
    ],
    words: [
      'On me promet de me rappeler demain. Demain n’arrive jamais.',
      'J’ai pris congé pour ne pas manquer l’appel. Personne n’a appelé.',
    ],
    question: 'Combien de demandes de rappel ont été reçues, et que sont-elles devenues ?',
    confirms: [
      'Les demandes ont été fermées sans rappel par un réglage du système téléphonique.',
      'Trois rappels sur quatre n’ont pas été faits, faute de relève pendant une absence.',
    ],
    denies: ['Trois rappels ont été faits au numéro laissé ; la messagerie était pleine.'],
    met: [
      {
        criterion: 'BELOW_SERVICE_STANDARD',
        reason: 'Le rappel annoncé n’a pas eu lieu dans le délai.',
        standard: 'Rappel au plus tard le jour ouvrable suivant',
        gap: 'Aucun rappel en plusieurs semaines',
      },
      {
        criterion: 'GENERAL_COMMITMENT_BREACH',
        reason: 'L’engagement d’être joignable n’a pas été tenu.',
      },
    ],
    founded: ['Les rappels promis n’ont pas été faits, et la personne n’en a jamais su la raison.'],
    unfounded: ['Les rappels ont été faits dans le délai ; la messagerie de la personne ne les acceptait pas.'],
    prejudice: 'La personne a perdu du temps et manqué une échéance.',
    recommendations: [
      'Corriger le réglage du système et relever chaque soir les rappels non faits.',
      'Désigner une relève pour les rappels pendant les absences.',
    ],
    improvement: 'Offrir un rappel à heure fixe, choisi par la personne.',
  },
  {
    sector: 'CLIENT_SERVICES',
    service: 'Site Web et formulaires en ligne',
    subject: 'Formulaire en ligne qui perd la saisie',
    statements: [
      'Le formulaire en ligne s’est fermé après une heure de saisie, sans rien conserver. Le problème s’est répété trois fois en {mois}.',
      'Un lecteur d’écran ne peut atteindre le bouton d’envoi du formulaire. La personne a dû demander l’aide d’un proche.',
    ],
    words: [
      'Trois fois j’ai tout recommencé. Trois fois la page s’est refermée.',
      'Je suis malvoyant. Votre site dit être accessible : il ne l’est pas.',
    ],
    question: 'Le problème est-il connu, depuis quand, et quand sera-t-il corrigé ?',
    confirms: [
      'La session expire sans avertir. Le défaut est connu depuis le printemps et n’a pas été corrigé.',
      'Le bouton d’envoi n’est pas atteignable au clavier, contrairement au standard d’accessibilité.',
    ],
    denies: [
      'Aucune panne n’apparaît à ces dates. Le navigateur employé n’est plus pris en charge, ce qu’une bannière indique.',
    ],
    met: [
      {
        criterion: 'MANIFEST_RULE_DISCREPANCY',
        reason: 'Le formulaire ne respecte pas le standard d’accessibilité du gouvernement.',
        rule: 'Standard sur l’accessibilité des sites Web',
      },
      {
        criterion: 'SERVICE_CULTURE_BREACH',
        reason: 'Un défaut connu a été laissé sans correction ni avertissement.',
      },
    ],
    founded: [
      'Le défaut était connu et n’a été ni corrigé ni annoncé. Il touche toute personne qui remplit ce formulaire.',
    ],
    unfounded: [
      'Aucune défaillance n’a été trouvée aux dates données ; le navigateur employé n’est plus pris en charge.',
    ],
    prejudice: 'La personne et toutes celles qui se servent du formulaire ont perdu leur saisie.',
    recommendations: [
      'Conserver la saisie au fur et à mesure et avertir avant l’expiration de la session.',
      'Rendre le formulaire utilisable au clavier et le faire vérifier par des personnes qui emploient un lecteur d’écran.',
    ],
    improvement: 'Offrir une version à imprimer du formulaire, à côté de la version en ligne.',
  },
  {
    sector: 'CLIENT_SERVICES',
    service: 'Site Web et formulaires en ligne',
    subject: 'Page difficile à trouver',
    statements: [
      'La page sur les recours est à cinq clics de l’accueil et n’apparaît pas à la recherche.',
      'Le lien vers un guide, donné dans une lettre reçue en {mois}, mène à une page absente.',
    ],
    words: ['J’ai cherché une heure. C’est à croire que vous la cachez.', 'Le lien dans votre lettre ne marche pas.'],
    question: 'Où se trouve la page, et comment la recherche y mène-t-elle ?',
    confirms: ['Le lien imprimé est périmé depuis la refonte du site ; aucune redirection n’a été prévue.'],
    denies: [
      'La page figure au menu principal, et la recherche la donne en troisième place.',
      'Le lien fonctionnait ; une espace s’était glissée dans l’adresse recopiée.',
    ],
    met: [
      {
        criterion: 'REPRESENTATIVE_ERROR',
        reason: 'La lettre donne une adresse qui n’existe plus.',
        errorKind: 'WRONG_INFORMATION',
      },
    ],
    founded: ['La lettre imprimait une adresse périmée ; la personne ne pouvait trouver le guide.'],
    unfounded: ['La page est au menu principal. Elle peut être plus visible, mais la personne n’a été privée de rien.'],
    prejudice: 'La personne n’a pas eu accès au guide avant la fin de son délai.',
    recommendations: ['Vérifier chaque mois les adresses imprimées dans les lettres et rediriger les anciennes.'],
    improvement: 'Remonter la page sur les recours d’un niveau et soigner son titre pour la recherche.',
  },
  {
    sector: 'CLIENT_SERVICES',
    service: 'Accueil et renseignements',
    subject: 'Attente et accueil au comptoir',
    statements: [
      'La personne a attendu plus de deux heures au comptoir, puis a appris que le service fermait.',
      'Au comptoir de {region}, aucun siège ni priorité n’était offert à une personne à mobilité réduite.',
    ],
    words: [
      'Deux heures debout avec ma canne, pour me faire dire de revenir demain.',
      'Le gardien m’a dit que ce n’était pas son problème.',
    ],
    question: 'Combien de personnes étaient en poste, et quelles consignes d’accueil s’appliquaient ?',
    confirms: ['Une seule personne était en poste. Les consignes d’accueil prioritaire n’étaient pas affichées.'],
    denies: ['L’attente relevée ce jour-là est de vingt minutes. Des sièges étaient libres.'],
    met: [
      {
        criterion: 'GENERAL_COMMITMENT_BREACH',
        reason: 'L’accueil prioritaire promis n’a pas été offert.',
      },
      {
        criterion: 'SERVICE_CULTURE_BREACH',
        reason: 'La personne a été renvoyée sans être servie après une longue attente.',
      },
    ],
    founded: [
      'L’accueil prioritaire n’a pas été offert, et la personne est repartie sans service après une longue attente.',
    ],
    unfounded: ['Les relevés montrent une attente courte et des sièges libres.'],
    prejudice: 'La personne a dû revenir un autre jour malgré ses difficultés à se déplacer.',
    recommendations: [
      'Afficher les consignes d’accueil prioritaire et y former le personnel de sécurité.',
      'Annoncer l’heure du dernier accueil en tenant compte de la file.',
    ],
    improvement: 'Offrir la prise de rendez-vous pour le comptoir.',
  },
]
