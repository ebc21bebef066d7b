/** Every reason for which the organisation's sign-on opens no session, in one French sentence. */
export const signOnRefusals = {
  SIGN_ON_INTERRUPTED: 'La connexion n’a pas abouti, ou elle a duré trop longtemps. Recommencez.',
  SIGN_ON_REFUSED: 'L’organisation n’a pas confirmé qui vous êtes.',
  SIGN_ON_NOT_TRUSTED:
    'La réponse du service de connexion n’est pas conforme : personne n’est entré. Signalez-le à l’équipe d’exploitation.',
  SIGN_ON_UNREACHABLE: 'Le service de connexion de l’organisation ne répond pas. Réessayez dans quelques minutes.',
  SIGN_ON_WITHOUT_ROLE:
    'L’organisation ne vous donne aucun rôle dans Bienfondé. Demandez l’accès à la personne qui administre.',
  SIGN_ON_INCOMPLETE: 'L’organisation n’a pas transmis votre nom ou une adresse de courriel valide.',
  SIGN_ON_SECTOR_CLOSED: 'Le secteur que l’organisation vous donne n’existe pas ou est fermé.',
  SIGN_ON_EMAIL_TAKEN:
    'Un autre compte porte déjà votre adresse de courriel. L’équipe d’exploitation doit d’abord le rattacher à vous.',
  SIGN_ON_DISABLED: 'Votre compte est désactivé. Adressez-vous à la personne qui administre.',
} as const

export type SignOnRefusal = keyof typeof signOnRefusals
