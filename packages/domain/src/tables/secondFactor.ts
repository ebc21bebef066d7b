import type { Role } from '../confidentiality/permits.ts'

/** Whoever decides or administers proves who they are twice, where the installation requires it. */
const secondFactorRoles: readonly Role[] = ['RESPONSIBLE_OFFICER', 'ADMINISTRATOR']

/** True when an installation that requires a second factor requires it of this role. */
export const needsSecondFactor = (role: Role): boolean => secondFactorRoles.includes(role)

/** Every reason for which a second factor is not added, changed or taken away, in one French sentence. */
export const secondFactorRefusals = {
  SECOND_FACTOR_THERE: 'Votre compte a déjà un second facteur.',
  SECOND_FACTOR_ABSENT: 'Votre compte n’a pas de second facteur en attente ou en place.',
  SECOND_FACTOR_WRONG: 'Ce code est inexact, périmé ou déjà utilisé.',
  SECOND_FACTOR_KEPT: 'Cette installation exige un second facteur de votre rôle : il ne peut être retiré.',
  SECOND_FACTOR_ELSEWHERE: 'L’organisation vous connecte : le second facteur se règle chez elle.',
  SIGN_IN_TOO_OLD:
    'Votre mot de passe a été donné il y a trop longtemps. Fermez la session, rouvrez-la et recommencez.',
  TOO_MANY_ATTEMPTS: 'Il y a eu trop d’essais infructueux. Attendez quinze minutes avant de réessayer.',
} as const

export type SecondFactorRefusal = keyof typeof secondFactorRefusals
