import type { Topic } from '../Topic.ts'

/** What people complain about to the infrastructure and funding sector. */
export const infrastructureTopics: readonly Topic[] = [
  {
    sector: 'INFRASTRUCTURE',
    service: 'Versement des subventions',
    subject: 'Versement en retard à un organisme',
    statements: [
      'Le second versement d’une subvention, dû en {mois}, n’est pas arrivé {semaines} semaines plus tard. L’organisme a emprunté pour payer ses fournisseurs.',
      'Un organisme de la région de {region} attend depuis {semaines} semaines un versement annoncé par lettre.',
    ],
    words: [
      'La banque nous facture des intérêts chaque mois parce que le Ministère ne paie pas à temps.',
      'On nous répond toujours que c’est parti. Rien n’arrive.',
    ],
    question: 'À quelle date le versement a-t-il été autorisé, et qu’est-ce qui l’a retenu ?',
    confirms: [
      'Le versement a été autorisé à temps mais bloqué par un changement de système. Personne n’a suivi le rejet.',
      'La norme est de trente jours. Le versement est parti au soixante-dixième.',
    ],
    denies: ['Le rapport de dépenses exigé n’était pas signé. Le versement est parti cinq jours après sa réception.'],
    met: [
      {
        criterion: 'BELOW_SERVICE_STANDARD',
        reason: 'Le versement est parti bien après le délai prévu.',
        standard: 'Versement dans les trente jours d’un rapport complet',
        gap: 'Quarante jours de plus que la norme',
      },
    ],
    founded: [
      'Le rapport était complet et le versement autorisé. Le rejet du système n’a été suivi par personne.',
      'La norme de trente jours n’a pas été atteinte, sans raison propre au dossier.',
    ],
    unfounded: ['Le versement dépendait d’un rapport signé. Il est parti dans les cinq jours de sa réception.'],
    prejudice: 'L’organisme a payé des intérêts sur un emprunt.',
    recommendations: [
      'Relever chaque semaine les versements rejetés et nommer qui en est chargé.',
      'Examiner la possibilité de compenser les intérêts payés.',
    ],
    improvement: 'Rendre visible dans l’espace en ligne l’étape où se trouve un versement.',
  },
  {
    sector: 'INFRASTRUCTURE',
    service: 'Programmes d’infrastructures',
    subject: 'Exigences modifiées en cours d’examen',
    statements: [
      'Après {semaines} semaines d’examen, le service a demandé une étude qui n’était pas dans la liste publiée des documents exigés.',
      'La liste des documents exigés a changé en {mois} sans que les demandes déjà reçues soient jugées selon l’ancienne.',
    ],
    words: [
      'Chaque fois qu’on fournit un document, on nous en demande un autre. On ne voit pas le bout.',
      'Les règles ont changé pendant la partie.',
    ],
    question: 'Quelle liste s’appliquait au jour du dépôt, et sur quoi repose la nouvelle exigence ?',
    confirms: [
      'La liste en vigueur au dépôt ne prévoyait pas cette étude. La demande a été traitée avec la liste suivante.',
    ],
    denies: [
      'L’étude est prévue depuis le début pour les ouvrages de cette taille ; la note au bas de la liste le dit.',
      'L’exigence découle d’un règlement en vigueur avant le dépôt.',
    ],
    met: [
      {
        criterion: 'MANIFEST_RULE_DISCREPANCY',
        reason: 'Les règles du programme disent que la liste du jour du dépôt s’applique.',
        rule: 'Guide du programme d’infrastructures, chapitre sur l’examen des demandes',
      },
      {
        criterion: 'GENERAL_COMMITMENT_BREACH',
        reason: 'L’engagement d’annoncer d’avance ce qui est exigé n’a pas été tenu.',
      },
    ],
    founded: [
      'La demande a été examinée selon une liste publiée après son dépôt, contrairement au guide du programme.',
    ],
    unfounded: ['L’étude demandée figurait dans la liste publiée pour les ouvrages de cette taille.'],
    prejudice: 'La demande a perdu une saison de construction.',
    recommendations: [
      'Inscrire sur chaque demande l’édition de la liste qui s’applique, dès sa réception.',
      'Reprendre l’examen selon la liste en vigueur au jour du dépôt.',
    ],
    improvement: 'Mettre en évidence les exigences qui dépendent de la taille de l’ouvrage.',
  },
  {
    sector: 'INFRASTRUCTURE',
    service: 'Programmes d’infrastructures',
    subject: 'Documents transmis et égarés',
    statements: [
      'Des plans déposés au comptoir en {mois} ont été demandés de nouveau {semaines} semaines plus tard : le service ne les retrouvait pas.',
      'La personne a transmis deux fois les mêmes documents et conserve les accusés de dépôt.',
    ],
    words: [
      'J’ai le coup de tampon du comptoir. Comment peut-on perdre une boîte de plans ?',
      'Refaire imprimer tout ça coûte cher. Je veux savoir où sont passés mes documents.',
    ],
    question: 'Que dit le registre des dépôts, et où les documents ont-ils été acheminés ?',
    confirms: [
      'Les documents ont été acheminés à la mauvaise direction, puis rangés sans être inscrits.',
      'Le registre confirme le dépôt. La boîte a été retrouvée dans une salle de réunion.',
    ],
    denies: ['Les plans redemandés sont ceux d’une autre étape ; les premiers sont bien au dossier.'],
    met: [
      {
        criterion: 'REPRESENTATIVE_ERROR',
        reason: 'Le dépôt n’a pas été inscrit et les documents ont été mal acheminés.',
        errorKind: 'OMISSION',
      },
      {
        criterion: 'SERVICE_CULTURE_BREACH',
        reason: 'On a demandé à la personne de recommencer sans chercher les documents déposés.',
      },
    ],
    founded: ['Le dépôt est prouvé. Les documents ont été mal rangés, et la personne n’avait pas à les refaire.'],
    unfounded: ['Les premiers documents sont au dossier ; ceux qui étaient demandés concernent une étape suivante.'],
    prejudice: 'La personne a payé une seconde impression et perdu du temps.',
    recommendations: [
      'Inscrire tout dépôt au comptoir le jour même et remettre un reçu.',
      'Rembourser la seconde impression.',
    ],
    improvement: 'Nommer, dans les demandes de documents, l’étape à laquelle ils servent.',
  },
]
