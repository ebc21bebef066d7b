import type { ValidationError } from 'class-validator'

/** What is wrong with one field of what was sent, in French; never what the field holds. */
export interface FieldError {
  field: string
  message: string
}

/** The numbers of a constraint are in class-validator's own sentence; ours is made with them. */
const sentences: Record<string, (...numbers: string[]) => string> = {
  isNotEmpty: () => 'Ce renseignement est obligatoire.',
  minLength: least => (least === '1' ? 'Ce renseignement est obligatoire.' : `Il faut au moins ${least} caractères.`),
  maxLength: most => `Ce texte ne peut dépasser ${most} caractères.`,
  isLength: () => 'La longueur de ce texte n’est pas acceptée.',
  isEmail: () => 'Cette adresse de courriel n’est pas valide.',
  isUuid: () => 'Cet identifiant n’est pas valide.',
  isInt: () => 'Il faut un nombre entier.',
  min: least => `Il faut au moins ${least}.`,
  max: most => `Il ne faut pas dépasser ${most}.`,
  arrayMinSize: least => `Il faut au moins ${least} élément${least === '1' ? '' : 's'}.`,
  arrayMaxSize: most => `Il ne faut pas plus de ${most} éléments.`,
  arrayNotEmpty: () => 'Il faut au moins un élément.',
  arrayUnique: () => 'Le même élément est donné deux fois.',
  isDateString: () => 'Cette date n’est pas valide.',
  isISO8601: () => 'Cette date n’est pas valide.',
}
export const notAccepted = 'Cette valeur n’est pas acceptée.'
const missing = 'Ce renseignement est obligatoire.'

const ours = /^[A-ZÀ-Ý].*\.$/

/** The broken constraints of a validated input, one sentence each, under the path of their field. */
export function fieldErrors(errors: ValidationError[], path = ''): FieldError[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = path ? `${path}.${property}` : property
    const own = Object.entries(constraints).map(([name, said]) => ({ field, message: sentence(name, said) }))
    return [...own, ...fieldErrors(children, field)]
  })
}

/** A decorator may carry its own French sentence: then that one is shown. */
const sentence = (name: string, said: string) =>
  ours.test(said) ? said : (sentences[name]?.(...(said.match(/\d+/g) ?? [])) ?? notAccepted)

const atPath = / at "([\w.[\]]+)"; /
const variable = /^Variable "\$(\w+)"/
const absent =
  /^Variable "\$(\w+)" of (?:required|non-null) type|; Field "(\w+)" of required type .* was not provided\.$/
/** A scalar of ours says in French what is wrong; no other end of graphql's sentence is repeated. */
const ownSentence = /; (Cette date n’est pas valide\.|Ce moment n’est pas valide\.)$/
const unknown = /; Field "(\w+)" is not defined by type/

/** A field is named as the form and the refusals know it: by its path inside the step's input, `matters.0.sector`. */
export const inForm = (path: string): string => path.replace(/\[(\d+)\]/g, '.$1').replace(/^input\./, '')

/** The field of a value that the schema refuses, taken from graphql's sentence; the value in it is left out. */
export function coercionError(message: string): FieldError {
  const argument = variable.exec(message)?.[1] ?? ''
  const place = atPath.exec(message)?.[1] ?? argument
  const lacking = absent.exec(message)
  if (lacking) return { field: inForm(lacking[2] ? `${place}.${lacking[2]}` : place), message: missing }
  const stranger = unknown.exec(message)?.[1]
  if (stranger) return { field: inForm(`${place}.${stranger}`), message: 'Ce renseignement n’est pas attendu.' }
  return { field: inForm(place), message: ownSentence.exec(message)?.[1] ?? notAccepted }
}
