/** What the two arguments of every step are, in the published contract. */
export const onDossier = {
  description: 'Le dossier, la version que la personne a vue, et la clé de cet envoi.',
}
export const answering = {
  description: 'Ce que la personne répond ; un champ refusé est nommé par son chemin.',
}
