import { type HistoricalField, historicalFields } from '@bienfonde/domain'
import { encodings } from './fileNature.ts'

/** What may be written under a key of a mapping. */
export interface KeyShape {
  kind: 'TEXT' | 'TEXTS' | 'SEPARATOR' | 'LINE' | 'ENCODING' | 'CODES' | 'VALUE' | 'GROUP'
  /** What the key is for, as the published schema says it. */
  says: string
  required?: true
}

/** The keys of a mapping, in the order of the guide. */
export const mappingKeys: Record<string, KeyShape> = {
  $schema: { kind: 'TEXT', says: 'Adresse de ce schéma, pour les éditeurs.' },
  register: {
    kind: 'TEXT',
    says: 'Nom du registre : minuscules, chiffres et traits d’union. Une clé de ligne est unique dans son registre.',
    required: true,
  },
  file: { kind: 'GROUP', says: 'Comment lire le fichier ; ce qui n’est pas dit est reconnu.' },
  key: {
    kind: 'TEXTS',
    says: 'Colonnes qui, ensemble, désignent une ligne : le numéro de dossier, par exemple. Sans elles, la ligne entière.',
  },
  ignored: {
    kind: 'TEXTS',
    says: 'Valeurs qui ne disent rien, comme « s. o. » ; une cellule vide ne dit jamais rien.',
  },
  fields: { kind: 'GROUP', says: 'Ce que chaque colonne dit de la plainte.', required: true },
}

/** The keys of `file`. */
export const fileKeys: Record<string, KeyShape> = {
  delimiter: { kind: 'SEPARATOR', says: 'Séparateur du CSV : un caractère. Reconnu, sinon.' },
  encoding: { kind: 'ENCODING', says: `Écriture des lettres : ${encodings.join(', ')}. Reconnue, sinon.` },
  sheet: { kind: 'TEXT', says: 'Nom de la feuille du classeur ; la première, sinon.' },
  headerLine: { kind: 'LINE', says: 'Ligne qui nomme les colonnes, de 1 à 100 ; 1, sinon.' },
}

const column: KeyShape = { kind: 'TEXT', says: 'Nom de la colonne.' }
const whenEmpty: KeyShape = { kind: 'VALUE', says: 'Valeur quand la cellule ne dit rien.' }
const constant: KeyShape = { kind: 'VALUE', says: 'Même valeur pour toutes les lignes, à la place d’une colonne.' }
const formats: KeyShape = {
  kind: 'TEXTS',
  says: 'Formats de date, essayés dans l’ordre : YYYY, MM ou M ou MMMM (mois en lettres), DD ou D, et HH, mm, ss qui ne comptent pas.',
}
const codes: KeyShape = {
  kind: 'CODES',
  says: 'Valeur de la colonne → valeur prise ; null quand elle ne dit rien. Majuscules et espaces de trop n’y changent rien.',
}
const otherwise: KeyShape = {
  kind: 'VALUE',
  says: 'Valeur prise pour ce que codes ne nomme pas ; sinon, la ligne est refusée.',
}
const separator: KeyShape = { kind: 'SEPARATOR', says: 'Ce qui sépare plusieurs valeurs dans une même cellule.' }

/** The keys that a field may have, by what it says. */
export function fieldKeys(field: HistoricalField): Record<string, KeyShape> {
  if (field.kind === 'DATE') return { column, formats }
  const many = field.kind === 'CODE' && field.many
  return { column, constant, codes, default: whenEmpty, otherwise, ...(many && { separator }) }
}

/** The field of a name, if there is one. */
export const historicalField = (name: string): HistoricalField | undefined =>
  historicalFields.find(({ code }) => code === name)
