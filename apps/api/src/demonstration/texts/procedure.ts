import type { Criterion } from '@bienfonde/domain'

/** What the Secretariat writes at each step, whatever the subject of the complaint. */
export const procedure = {
  acknowledgement: [
    'Nous avons bien reçu votre plainte. Une personne en est chargée et vous écrira d’ici la date annoncée.',
    'Votre plainte est inscrite. Nous l’examinons et nous vous tiendrons au courant de la suite.',
  ],
  admitted: [
    '',
    'Le service en cause est rendu par le Ministère et aucun motif d’irrecevabilité ne s’applique.',
    'La plainte porte sur un service du Ministère.',
  ],
  admittedWithoutChannel:
    'La plainte est anonyme et sans moyen de réponse ; les faits allégués méritent d’être vérifiés.',
  notes: [
    'Vérifié auprès du service : le programme en cause est toujours en vigueur.',
    'La personne préfère être jointe en fin de journée.',
    'Documents relus ; la chronologie concorde avec l’exposé.',
    'Situation semblable à une plainte de l’an dernier ; à rapprocher lors du bilan.',
  ],
  reached: [
    'La personne précise la chronologie et ce qu’elle attend.',
    'La personne confirme les faits et ajoute une date.',
  ],
  unreached: [
    'Aucune réponse ; un message a été laissé.',
    'La ligne n’est plus en service.',
    'Le courriel est revenu : boîte pleine.',
  ],
  messages: [
    {
      words: 'J’ai oublié de vous dire que j’avais aussi écrit au printemps. Je cherche la copie.',
      summary: 'La personne signale une démarche antérieure, dont elle cherche la trace.',
    },
    {
      words: 'Y a-t-il du nouveau ? Je n’ai rien reçu depuis votre dernière lettre.',
      summary: 'La personne demande où en est l’analyse.',
    },
    {
      words: 'Merci pour votre appel d’hier, enfin quelqu’un qui écoute.',
      summary: 'La personne remercie le Secrétariat de son appel.',
    },
  ],
  advice: 'La règle citée s’applique-t-elle à la situation décrite, et comment l’interprétez-vous d’ordinaire ?',
  advised: [
    'La règle s’applique. L’usage est d’en aviser la personne avant toute décision.',
    'La règle laisse une marge ; notre usage est d’accorder le bénéfice du doute.',
  ],
  cancelled: 'La question relevait d’un autre secteur ; elle lui a été adressée.',
  reassigned: 'Relève pendant une absence prolongée.',
  suspended: {
    reason: 'Un document demandé à la personne est nécessaire à l’analyse.',
    resumed: 'Le document est arrivé.',
  },
  extended: {
    reason: 'Le secteur consulté a besoin de temps pour retrouver les documents.',
    notice:
      'Nous ne pourrons vous répondre à la date annoncée : des vérifications sont encore nécessaires. Vous aurez notre réponse au plus tard à la nouvelle date. Vous pouvez en tout temps vous adresser au Protecteur du citoyen.',
  },
  consent: {
    purpose: 'Retrouver la demande en cause parmi celles que le secteur traite.',
    explained:
      'Nous avons expliqué quels renseignements seraient communiqués, à quel secteur et pourquoi, et que la personne peut refuser ou changer d’avis.',
    opening: 'Retrouver la demande pour répondre à la consultation.',
    unknowable: 'Sans le nom, le secteur ne peut distinguer cette demande de plusieurs centaines d’autres.',
    reasons: 'Les faits n’ont pu être établis : rien, hors de l’identité, ne permet de retrouver la demande.',
  },
  anonymous: {
    unknowable:
      'Ni la date, ni le service, ni les personnes en cause ne sont connus, et aucune précision n’a pu être obtenue.',
    reasons: 'Les faits allégués sont trop généraux pour être vérifiés et aucun complément n’a pu être obtenu.',
  },
  impossibility: {
    noChannel: 'La personne n’a laissé aucun moyen de lui répondre.',
    attempts: 'Tous les essais de communication consignés ont été vains.',
  },
  withdrawal: [
    'La personne dit avoir reçu ce qu’elle demandait et ne souhaite pas poursuivre.',
    'La personne préfère s’adresser à son association.',
    'La personne renonce, sans donner de raison.',
  ],
  agreement: [
    'La gestionnaire de l’unité a rappelé la personne, présenté des excuses et fait traiter la demande le jour même.',
    'Une rencontre avec le gestionnaire a permis de corriger le document ; la personne s’en dit satisfaite.',
    'L’unité reprend l’examen en priorité, ce qui convient à la personne.',
  ],
  court: {
    proceeding: 'Demande en révision judiciaire inscrite à la Cour supérieure',
    reasons:
      'La contestation fait l’objet d’une procédure en cours ; notre processus ne s’applique pas pendant ce temps.',
  },
  hateful: {
    words: 'Vous êtes tous des bons à rien. Je sais où vous travaillez et vous allez le regretter.',
    passage: 'Je sais où vous travaillez et vous allez le regretter.',
    reasons: 'Le message contient une menace envers le personnel. La personne peut écrire de nouveau, sans menace.',
  },
  unreachable: { reasons: 'Le message ne donne aucun fait et la personne n’a pu être jointe malgré nos essais.' },
  referral: 'Nous vous avons indiqué à qui vous adresser, ce que cet organisme peut faire et comment le joindre.',
  transfer: {
    explained:
      'Nous avons expliqué ce qui serait envoyé, à quel organisme et pourquoi, et que la personne est libre de refuser.',
    accepted: 'L’organisme reconnaît que le sujet est de son ressort et attend la plainte.',
    declined: 'L’organisme estime que le service en cause est celui du Ministère et ne peut s’en saisir.',
    transmitted: 'L’exposé des faits, les coordonnées de la personne et les documents qu’elle a remis.',
  },
  noPrejudice: 'La personne a obtenu le service, sans perte ni retard pour elle ou pour d’autres.',
  plans: {
    ACCEPTED: [
      'La mesure sera en place au prochain trimestre ; une personne en est chargée.',
      'La consigne est rédigée et sera présentée à l’équipe ce mois-ci.',
    ],
    PARTLY_ACCEPTED: ['La première partie sera faite ; la seconde attend un changement au système.'],
    REFUSED: ['Les moyens actuels ne le permettent pas ; une autre façon de faire est à l’étude.'],
  },
  evidence: [
    'Consigne diffusée à toute l’équipe et versée au guide du personnel.',
    'Modèle de lettre remplacé ; un exemplaire est joint au suivi.',
    'Correctif installé et vérifié avec deux personnes externes.',
  ],
  followedUp: {
    done: 'La mise en œuvre est constatée ; le suivi prend fin.',
    refused: 'La réponse de l’unité est notée au bilan annuel ; le suivi prend fin.',
  },
  noRecommendation:
    'L’unité avait déjà corrigé la situation avant notre conclusion ; aucun correctif ne reste à demander.',
  ombudsman: {
    complainant: 'La personne dit être en désaccord avec la réponse et avoir saisi le Protecteur du citoyen.',
    own: 'Le Protecteur du citoyen nous informe qu’il examine le traitement de cette plainte.',
    request: 'Le Protecteur du citoyen demande l’exposé, les motifs et les lettres envoyées.',
    legalReference: 'Demande écrite en vertu de la Loi sur le Protecteur du citoyen',
    contact: {
      name: 'Solange Thibodeau',
      title: 'Personne responsable des plaintes',
      telephone: '418 555-0100',
      extension: '4321',
    },
    conclusions: [
      {
        conclusion: 'Le Protecteur du citoyen estime que le Ministère a traité la plainte avec diligence.',
        recommendations: [],
      },
      {
        conclusion: 'Le Protecteur du citoyen juge la plainte fondée en partie : la réponse manquait de clarté.',
        recommendations: ['Récrire la réponse en termes simples.', 'Revoir le modèle de lettre employé.'],
      },
    ],
  },
  newFacts: 'La personne remet un accusé de dépôt que le secteur n’avait pas, daté d’avant l’échéance.',
  related: {
    SAME_FACTS: 'Une autre personne rapporte les mêmes faits, au même endroit.',
    SAME_SERVICE: 'Le même service est en cause pendant la même période.',
    FOLLOWS: 'La personne revient sur ce qui avait été promis lors du dossier précédent.',
  },
  retention: {
    schedule: 'Série 04-210, plaintes sur les services',
    erasure: 'La période de conservation est écoulée et le dossier n’a plus d’usage.',
    holdReference: 'Avis du contentieux, suivi d’un litige',
    hold: 'Un litige possible oblige à tout conserver.',
    lifted: 'Le contentieux confirme que le litige est réglé.',
  },
  authority: [
    'Permission écrite de la personne, jointe à la plainte.',
    'Mandat de protection homologué.',
    'Permission donnée de vive voix et notée à l’appel.',
  ],
  english: {
    ground: 'La personne a écrit en anglais et dit ne pas comprendre le français.',
    words: [
      'I wrote to your office twice about the program and nobody ever answered. I would like to know why.',
      'My application has been pending for months. Please tell me what is going on.',
    ],
    greeting: 'Hello,',
    introduction: 'Thank you for writing to us. Here is the result of our review.',
    explanation: 'We checked the facts with the unit concerned and considered each criterion of our process.',
  },
  namesake: 'Il s’agit d’un nom de lieu, et non de la personne.',
} as const

/** Why a criterion is not met. */
export const notMet: Record<Criterion, string> = {
  GENERAL_COMMITMENT_BREACH: 'Aucun engagement général n’est en cause.',
  BELOW_SERVICE_STANDARD: 'Aucune norme de service chiffrée ne vise cette situation.',
  REPRESENTATIVE_ERROR: 'Rien ne montre une erreur du personnel.',
  MANIFEST_RULE_DISCREPANCY: 'La façon de faire suit les règles applicables.',
  SERVICE_CULTURE_BREACH: 'Le service a été rendu avec respect.',
}

export const regions = ['Portneuf', 'Bellechasse', 'Lotbinière', 'Charlevoix', 'Maskinongé', 'Témiscouata', 'Montcalm']
