import type { Topic } from '../Topic.ts'

/** What people complain about to the municipal affairs sector. */
export const municipalAffairsTopics: readonly Topic[] = [
  {
    sector: 'MUNICIPAL_AFFAIRS',
    service: 'Conseil aux municipalités',
    subject: 'Question sur un règlement d’urbanisme laissée sans réponse',
    statements: [
      'Une question écrite sur l’entrée en vigueur d’un règlement d’urbanisme, envoyée en {mois}, est restée {semaines} semaines sans réponse.',
      'La personne a écrit trois fois à la direction régionale de {region} sans recevoir plus qu’un accusé automatique.',
    ],
    words: [
      'Trois courriels, zéro réponse. Mon projet est arrêté et la saison avance.',
      'Je ne demande pas un avis juridique, seulement de savoir si le règlement est en vigueur.',
    ],
    question:
      'À quelle date la question a-t-elle été reçue, à qui a-t-elle été confiée et quand a-t-elle été traitée ?',
    confirms: [
      'Les messages sont arrivés dans une boîte partagée que personne ne relevait pendant les vacances.',
      'La question a été confiée à une équipe voisine, qui l’a crue réglée. Aucune réponse n’est partie.',
    ],
    denies: [
      'Une réponse est partie au sixième jour ouvrable. L’adresse fournie rejetait les envois.',
      'La direction a répondu deux fois que la question relevait de la municipalité, et a donné la personne à joindre.',
    ],
    met: [
      {
        criterion: 'GENERAL_COMMITMENT_BREACH',
        reason: 'L’engagement de répondre aux demandes de renseignements n’a pas été tenu.',
      },
      {
        criterion: 'SERVICE_CULTURE_BREACH',
        reason: 'Trois messages sans réponse contredisent ce qu’est un bon service.',
      },
    ],
    founded: [
      'Les messages ont été reçus et n’ont jamais été traités. La personne est restée sans réponse malgré ses relances.',
      'La question s’est perdue entre deux équipes ; il revenait au Ministère d’y répondre.',
    ],
    unfounded: [
      'Une réponse est partie dans le délai. Le rejet de l’envoi tient à l’adresse fournie.',
      'La direction a répondu et dirigé la personne vers la municipalité, seule compétente.',
    ],
    prejudice: 'La personne a reporté ses démarches de plusieurs semaines.',
    recommendations: [
      'Désigner en tout temps une personne chargée de relever la boîte partagée.',
      'Répondre à la personne et tenir un registre des questions confiées à une autre équipe.',
    ],
    improvement: 'Faire préciser par l’accusé automatique le délai de réponse et un téléphone.',
  },
  {
    sector: 'MUNICIPAL_AFFAIRS',
    service: 'Aide financière aux municipalités',
    subject: 'Soutien aux organismes : motifs de refus absents',
    statements: [
      'Un organisme de loisirs a reçu un refus de soutien d’une seule phrase. Les critères appliqués n’étaient pas nommés.',
      'La décision rendue en {mois} renvoie à une grille d’évaluation que le service refuse de transmettre depuis {semaines} semaines.',
    ],
    words: [
      'Nos bénévoles ont monté ce projet pendant un an. Une ligne de refus, c’est un manque de respect.',
      'Comment voulez-vous qu’on s’améliore si personne ne nous dit ce qui cloche ?',
    ],
    question: 'Quels critères ont mené au refus, et qu’est-ce qui en a été communiqué ?',
    confirms: [
      'Le formulaire d’avis ne prévoit pas de motifs. La grille peut être transmise sans les noms des évaluateurs.',
      'La note du projet n’a pas été communiquée alors que la politique du programme le prévoit.',
    ],
    denies: ['Les motifs étaient dans une pièce jointe au courriel, qui a été ouverte le jour même.'],
    met: [
      {
        criterion: 'MANIFEST_RULE_DISCREPANCY',
        reason: 'La politique du programme prévoit la communication de la note et des motifs.',
        rule: 'Politique de soutien aux organismes, section sur la communication des résultats',
      },
    ],
    founded: ['La politique du programme prévoit que la note et les motifs soient communiqués ; ils ne l’ont pas été.'],
    unfounded: [
      'Les motifs ont été transmis avec la décision. Le désaccord porte sur l’évaluation elle-même, qui suit la grille publiée.',
    ],
    prejudice: 'L’organisme n’a pas pu corriger son projet avant l’appel suivant.',
    recommendations: [
      'Joindre à chaque refus la note obtenue et une phrase par critère.',
      'Transmettre la grille à l’organisme et le rencontrer avant le prochain appel de projets.',
    ],
    improvement: 'Publier des exemples de projets retenus, avec leurs points forts.',
  },
  {
    sector: 'MUNICIPAL_AFFAIRS',
    service: 'Démocratie municipale',
    subject: 'Formation des personnes élues : inscription perdue',
    statements: [
      'Une inscription à une formation obligatoire, payée en {mois}, n’a pas été retrouvée le jour venu. La personne a dû rentrer chez elle.',
      'La confirmation d’inscription à une formation n’est jamais arrivée et la place a été donnée à quelqu’un d’autre.',
    ],
    words: [
      'Deux heures de route pour me faire dire que mon nom n’est pas sur la liste.',
      'J’avais une preuve de paiement, on m’a répondu que ça ne comptait pas.',
    ],
    question: 'L’inscription apparaît-elle au système, et pourquoi n’était-elle pas sur la liste des présences ?',
    confirms: ['L’inscription était payée mais une synchronisation a échoué. La liste papier n’a pas été revue.'],
    denies: [
      'L’inscription a été annulée en ligne deux jours avant, depuis le compte de la personne.',
      'Un courriel de changement de salle a été envoyé et lu. La place était réservée.',
    ],
    met: [
      {
        criterion: 'REPRESENTATIVE_ERROR',
        reason: 'La liste des présences n’a pas été comparée aux paiements reçus.',
        errorKind: 'OMISSION',
      },
      {
        criterion: 'SERVICE_CULTURE_BREACH',
        reason: 'La preuve de paiement présentée sur place a été écartée sans vérification.',
      },
    ],
    founded: ['L’inscription était valide et payée. Une vérification simple aurait permis d’accueillir la personne.'],
    unfounded: ['L’inscription avait été annulée depuis le compte de la personne ; le service n’y est pour rien.'],
    prejudice: 'La personne a perdu une journée et des frais de déplacement.',
    recommendations: [
      'Comparer la liste des présences aux paiements la veille de chaque formation.',
      'Offrir une nouvelle date et rembourser les frais de déplacement.',
    ],
    improvement: 'Envoyer un rappel avec la salle et l’heure deux jours avant la formation.',
  },
  {
    sector: 'MUNICIPAL_AFFAIRS',
    service: 'Démocratie municipale',
    subject: 'Renseignement contradictoire sur un registre référendaire',
    statements: [
      'Deux réponses opposées ont été données à la même question sur la tenue d’un registre, à {semaines} jours d’intervalle.',
      'Un groupe de citoyennes et de citoyens de {region} a manqué une échéance après avoir suivi le premier renseignement reçu.',
    ],
    words: [
      'On a fait exactement ce qu’on nous a dit. La semaine d’après, quelqu’un d’autre dit le contraire.',
      'Qui faut-il croire dans ce ministère ?',
    ],
    question: 'Quelles réponses ont été données, par quelle équipe, et laquelle est exacte ?',
    confirms: [
      'La première réponse était inexacte : elle tenait compte d’un délai abrogé.',
      'Les deux réponses diffèrent. La seconde est la bonne ; aucune note n’avait été laissée au dossier d’appel.',
    ],
    denies: ['Les deux réponses portaient sur des situations différentes et sont exactes l’une et l’autre.'],
    met: [
      {
        criterion: 'REPRESENTATIVE_ERROR',
        reason: 'La première réponse reposait sur un délai qui n’existe plus.',
        errorKind: 'WRONG_INFORMATION',
      },
    ],
    founded: ['Le premier renseignement était faux et le groupe s’y est fié pour organiser sa démarche.'],
    unfounded: ['Les deux réponses sont exactes : les questions posées n’étaient pas les mêmes.'],
    prejudice: 'Un groupe de personnes a manqué l’échéance de sa démarche.',
    recommendations: [
      'Tenir une fiche unique des délais référendaires et la faire valider chaque année.',
      'Écrire au groupe pour reconnaître l’erreur et expliquer les voies qui restent ouvertes.',
    ],
    improvement: 'Publier un calendrier type des étapes d’une démarche référendaire.',
  },
]
