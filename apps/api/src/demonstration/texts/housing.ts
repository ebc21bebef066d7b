import type { Topic } from '../Topic.ts'

/** What people complain about to the housing sector. */
export const housingTopics: readonly Topic[] = [
  {
    sector: 'HOUSING',
    service: 'Programmes d’aide aux ménages',
    subject: 'Aide à l’adaptation du domicile : demande sans nouvelles',
    statements: [
      'Une demande d’aide à l’adaptation d’un domicile, complète depuis {mois}, est restée {semaines} semaines sans réponse ni nouvelle du service.',
      'La personne a déposé en {mois} une demande d’aide pour adapter une salle de bain. Après {semaines} semaines, aucune inspection n’était prévue et personne n’avait rappelé.',
      'Un ménage de la région de {region} attend depuis {semaines} semaines la visite préalable à des travaux d’adaptation.',
    ],
    words: [
      'Ça fait des mois que j’attends. Mon père ne peut plus entrer dans son bain tout seul et personne ne me rappelle.',
      'J’ai envoyé tous les papiers au printemps. On me dit chaque fois que c’est dans la pile. C’est épuisant.',
    ],
    question:
      'Quand la demande a-t-elle été jugée complète, et pourquoi la visite n’a-t-elle pas eu lieu dans le délai annoncé ?',
    confirms: [
      'La demande était complète à son arrivée. Elle a été mise en attente au départ d’une inspectrice et n’a pas été redistribuée.',
      'Le délai annoncé est de huit semaines. Il a été dépassé : la demande était classée par erreur parmi celles à compléter.',
    ],
    denies: [
      'Une pièce exigée manquait. Elle a été demandée deux fois, puis reçue la semaine dernière ; la visite est fixée.',
      'La visite a eu lieu à la septième semaine. Le délai annoncé, de huit semaines, a été tenu.',
    ],
    met: [
      {
        criterion: 'BELOW_SERVICE_STANDARD',
        reason: 'Le délai affiché pour la première visite a été dépassé de plusieurs semaines.',
        standard: 'Première visite dans les huit semaines d’une demande complète',
        gap: 'Cinq semaines de plus que la norme',
      },
      {
        criterion: 'REPRESENTATIVE_ERROR',
        reason: 'La demande n’a pas été redistribuée au départ de la personne qui en était chargée.',
        errorKind: 'OMISSION',
      },
    ],
    founded: [
      'La demande était complète dès son dépôt. Le service l’a laissée sans suite au-delà du délai qu’il annonce, sans en aviser le ménage.',
      'Le classement erroné de la demande explique l’attente ; rien dans le dossier ne la justifiait.',
    ],
    unfounded: [
      'Une pièce exigée manquait, et le service l’avait demandée clairement. Le délai a été tenu dès que la demande fut complète.',
      'La visite a eu lieu dans le délai annoncé. L’attente était longue, mais conforme à ce qui avait été dit.',
    ],
    prejudice: 'La personne a vécu plusieurs semaines de plus dans un logement non adapté.',
    recommendations: [
      'Redistribuer sous deux jours ouvrables les demandes d’une personne qui quitte le service, et en tenir la liste.',
      'Aviser par écrit tout ménage dont la visite ne peut avoir lieu dans le délai annoncé.',
    ],
    improvement: 'Afficher en ligne le délai moyen constaté des visites, mis à jour chaque mois.',
  },
  {
    sector: 'HOUSING',
    service: 'Programmes d’aide aux ménages',
    subject: 'Montant d’aide réduit sans explication',
    statements: [
      'L’aide versée à un ménage a diminué en {mois} sans que la lettre dise pourquoi. Les appels au service sont restés sans réponse pendant {semaines} semaines.',
      'Une allocation a été recalculée à la baisse. Ni le calcul ni le droit de demander une révision n’étaient indiqués dans l’avis.',
    ],
    words: [
      'On m’a coupé une bonne partie de mon aide du jour au lendemain. La lettre tient en deux lignes, je ne comprends rien.',
      'Je veux juste qu’on m’explique le calcul. Je ne demande pas la lune.',
    ],
    question: 'Comment le nouveau montant a-t-il été calculé, et que disait l’avis envoyé au ménage ?',
    confirms: [
      'Le revenu d’une autre année a été saisi. Le montant sera corrigé. L’avis type ne montre pas le calcul.',
      'L’avis envoyé ne donnait ni le calcul ni la voie de révision ; le modèle de lettre est ancien.',
    ],
    denies: [
      'Le montant suit le revenu déclaré pour l’année en cours. L’avis comportait une annexe avec le calcul complet.',
    ],
    met: [
      {
        criterion: 'REPRESENTATIVE_ERROR',
        reason: 'Le revenu d’une autre année a servi au calcul.',
        errorKind: 'MISUNDERSTANDING',
      },
      {
        criterion: 'GENERAL_COMMITMENT_BREACH',
        reason: 'La déclaration promet des décisions expliquées en termes simples ; l’avis ne l’était pas.',
      },
    ],
    founded: [
      'Le montant a été calculé à partir d’un mauvais revenu, et l’avis ne permettait pas de s’en apercevoir.',
      'L’avis ne donnait ni le calcul ni le moyen de le faire revoir, contrairement à l’engagement d’expliquer les décisions.',
    ],
    unfounded: ['Le calcul suit les règles du programme et l’annexe jointe à l’avis le montrait ligne par ligne.'],
    prejudice: 'Le ménage a reçu pendant plusieurs mois un montant inférieur, sans pouvoir le contester.',
    recommendations: [
      'Revoir le modèle de lettre pour que le calcul et la voie de révision y figurent.',
      'Verser la différence au ménage et vérifier les calculs faits la même semaine.',
    ],
    improvement: 'Joindre à chaque avis un exemple de calcul commenté.',
  },
  {
    sector: 'HOUSING',
    service: 'Renseignements aux locataires et aux propriétaires',
    subject: 'Renseignement erroné sur un programme de rénovation',
    statements: [
      'La personne a appris au téléphone que ses travaux étaient admissibles. La demande a ensuite été refusée parce qu’ils avaient commencé avant l’approbation.',
      'Un renseignement donné en {mois} sur la date de début des travaux s’est révélé inexact et a fait perdre une aide à la rénovation.',
    ],
    words: [
      'La dame au téléphone m’a dit de commencer tout de suite. Maintenant on me refuse l’aide parce que j’ai commencé !',
      'Je me suis fié à ce qu’on m’a répondu. C’est moi qui paie pour leur erreur.',
    ],
    question: 'Quel renseignement a été donné lors de l’appel, et que prévoit le guide remis au personnel ?',
    confirms: [
      'Le guide interne datait de l’édition précédente du programme. Le renseignement donné était faux.',
      'L’enregistrement confirme que la règle d’approbation préalable n’a pas été mentionnée.',
    ],
    denies: [
      'L’enregistrement montre que la règle d’approbation préalable a été expliquée deux fois.',
      'La personne avait été dirigée vers le guide en ligne, qui énonce la règle en première page.',
    ],
    met: [
      {
        criterion: 'REPRESENTATIVE_ERROR',
        reason: 'Le renseignement donné au téléphone contredit les règles du programme.',
        errorKind: 'WRONG_INFORMATION',
      },
    ],
    founded: [
      'Le renseignement donné était inexact et la personne s’y est fiée de bonne foi.',
      'La règle d’approbation préalable aurait dû être dite ; son omission a mené au refus.',
    ],
    unfounded: [
      'L’écoute de l’appel montre que la règle a été expliquée. Le refus découle du programme et non du renseignement.',
    ],
    prejudice: 'L’aide à laquelle la personne aurait eu droit lui a été refusée.',
    recommendations: [
      'Mettre à jour le guide du personnel le jour où un programme change, et en garder la preuve.',
      'Réexaminer la demande en tenant compte du renseignement donné.',
    ],
    improvement: 'Envoyer après chaque appel un courriel type qui rappelle les étapes à suivre avant les travaux.',
  },
  {
    sector: 'HOUSING',
    service: 'Renseignements aux locataires et aux propriétaires',
    subject: 'Ton employé au téléphone',
    statements: [
      'Lors d’un appel en {mois}, la personne dit avoir été interrompue à plusieurs reprises, puis renvoyée à un site Web sans que sa question soit entendue.',
      'La personne, âgée, dit qu’on lui a reproché de ne pas savoir se servir d’Internet.',
    ],
    words: [
      'On m’a parlé comme à une enfant. J’ai raccroché en pleurant.',
      'Je comprends qu’ils sont débordés, mais ce n’est pas une façon de parler aux gens.',
    ],
    question: 'L’appel a-t-il été enregistré ou noté, et qu’en retient la personne qui supervise l’équipe ?',
    confirms: [
      'L’écoute confirme un ton sec et une fin d’appel abrupte. Un rappel a été fait à l’équipe.',
      'La superviseure reconnaît que l’appel n’a pas été mené comme il se doit.',
    ],
    denies: [
      'L’écoute ne révèle rien d’impoli ; la conversation a été coupée par une panne de la ligne.',
      'Le ton est resté courtois tout au long de l’appel. La réponse ne plaisait pas, mais elle était juste.',
    ],
    met: [
      {
        criterion: 'SERVICE_CULTURE_BREACH',
        reason: 'La personne n’a pas été écoutée et l’appel a pris fin sans réponse à sa question.',
      },
    ],
    founded: [
      'L’échange contredit ce que l’on attend d’un bon service : la personne n’a pas été écoutée et n’a pas eu de réponse.',
    ],
    unfounded: [
      'L’écoute de l’appel ne montre aucun manque de courtoisie.',
      'La conversation a été interrompue par une panne ; le ton employé était convenable.',
    ],
    prejudice: 'La personne a renoncé à demander un renseignement auquel elle avait droit.',
    recommendations: [
      'Offrir à l’équipe une formation sur l’accueil des personnes peu à l’aise avec le numérique.',
      'Rappeler la personne, répondre à sa question et lui présenter des excuses.',
    ],
    improvement: 'Proposer d’emblée un envoi postal aux personnes qui n’utilisent pas Internet.',
  },
]
