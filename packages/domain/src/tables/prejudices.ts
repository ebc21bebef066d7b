import type { Entry } from './entry.ts'

/** Whom the situation harmed; without prejudice, a complaint is unfounded whatever the criteria. */
export const prejudices = [
  {
    code: 'SELF',
    label: 'Pour la personne elle-même',
    hint: 'Du temps, de l’argent, un droit ou une occasion qu’elle a perdus, par exemple.',
  },
  {
    code: 'GROUP_INCLUDING_SELF',
    label: 'Pour un ensemble de personnes dont elle fait partie',
    hint: 'Toutes celles qui ont reçu la même lettre, par exemple.',
  },
  {
    code: 'NONE',
    label: 'Aucun préjudice ne peut être invoqué',
    hint: 'La situation n’a rien fait perdre ni subir.',
  },
] as const satisfies readonly Entry[]

export type Prejudice = (typeof prejudices)[number]['code']
