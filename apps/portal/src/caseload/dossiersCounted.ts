const number = new Intl.NumberFormat('fr-CA')

/** So many dossiers, in words. */
export const dossiersCounted = (count: number): string =>
  count === 0 ? 'Aucun dossier' : `${number.format(count)} ${count > 1 ? 'dossiers' : 'dossier'}`
