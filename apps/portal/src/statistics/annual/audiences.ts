/** To whom a report is told. */
export const audiences = [
  { code: 'INTERNAL', label: 'Pour le Secrétariat : exact' },
  { code: 'PUBLIC', label: 'À publier : petits nombres cachés' },
] as const

export type Audience = (typeof audiences)[number]['code']

export const audienceNotes: Readonly<Record<Audience, string>> = {
  INTERNAL: 'Chiffres exacts, pour l’usage du Secrétariat : ne les publiez pas.',
  PUBLIC:
    '« Caché » tient lieu d’un petit nombre, ou d’un nombre qui le ferait retrouver par différence. Un zéro se publie : il ne compte personne.',
}
