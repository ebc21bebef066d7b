import type { TemplateFlaw } from './Pressing.ts'

/** What the compiler says most often, in French. */
const translations: readonly (readonly [RegExp, string])[] = [
  [/^unknown variable: (.+)$/, 'le nom « $1 » n’existe pas'],
  [/^unclosed delimiter$/, 'un crochet, une parenthèse ou un guillemet n’est pas fermé'],
  [/^unclosed string$/, 'un guillemet n’est pas fermé'],
  [/^unexpected (.+)$/, 'ceci n’est pas attendu ici : $1'],
  [/^expected (.+)$/, 'il manque ici : $1'],
  [/^unknown font family: (.+)$/, 'la police « $1 » n’existe pas'],
  [/^(?:type )?(.+) has no (?:method|field) `?(.+?)`?$/, '« $2 » n’existe pas dans $1'],
  [/^dictionary does not contain key "(.+)"$/, 'la donnée « $1 » n’existe pas dans la lettre'],
  [/^missing argument: (.+)$/, 'il manque la valeur « $1 »'],
  [/^unexpected argument(?:: (.+))?$/, 'une valeur est de trop $1'],
  [/^loop seems to be infinite$/, 'une boucle ne finit jamais'],
  [/^maximum (?:function call|show rule) depth exceeded$/, 'un appel ne finit jamais'],
  [/^file not found.*$/, 'un modèle ne lit aucun autre fichier que « layout.typ »'],
  [/^(?:PDF\/A-2a|PDF\/UA-1) error: (.+)$/, 'le PDF ne serait pas accessible : $1'],
]

function inFrench(message: string): string {
  for (const [pattern, sentence] of translations)
    if (pattern.test(message)) return message.replace(pattern, sentence).trim()
  return /^[A-ZÀ-Ý].*\.$/.test(message) ? message.slice(0, -1) : `le compilateur dit « ${message} »`
}

/** What is wrong in a template, with its line, in a sentence. */
export function templateFlawSentence({ file, line, message }: TemplateFlaw): string {
  const place = [file === 'LAYOUT' ? 'mise en page commune' : '', line === null ? '' : `ligne ${line}`].filter(Boolean)
  const said = inFrench(message)
  const sentence = place.length > 0 ? `${place.join(', ')} : ${said}` : said
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}
