import { type FoldedText, fold } from './identifyingPassagesFolding.ts'
import { type Finding, type PassageKind, passageKindLabels } from './identifyingPassagesKinds.ts'
import { lookalikeFindings } from './identifyingPassagesPatterns.ts'
import { knownFindings, knowsEmail, type Recognises } from './identifyingPassagesTokens.ts'

export { normaliseToken } from './identifyingPassagesFolding.ts'
export { type PassageKind, passageKindLabels } from './identifyingPassagesKinds.ts'
export { type Identity, identityTokens, type Recognises } from './identifyingPassagesTokens.ts'

/** A passage of a text that would let a sector know who complained; `text.slice(start, end) === passage`. */
export interface IdentifyingPassage {
  kind: PassageKind
  start: number
  end: number
  passage: string
  /** The vault of the dossier holds it: not a likeness but the person. */
  known: boolean
}

const precedence = Object.keys(passageKindLabels) as PassageKind[]

/** Which of two findings names the passage they share: the longer one, then the known one, then the order of the kinds. */
function naming(a: Finding, b: Finding): Finding {
  const longer = b.end - b.start - (a.end - a.start)
  if (longer !== 0) return longer > 0 ? b : a
  if (a.known !== b.known) return a.known ? a : b
  return precedence.indexOf(b.kind) < precedence.indexOf(a.kind) ? b : a
}

/** Findings that overlap are one passage, and so are the names of one person side by side. */
function merged(findings: Finding[], { plain, starts, ends }: FoldedText): Finding[] {
  const passages: { whole: Finding; named: Finding }[] = []
  for (const finding of findings.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = passages.at(-1)
    const beside =
      last && finding.kind === 'NAME' && last.named.kind === 'NAME' && finding.start - last.whole.end <= 2
        ? /^[ ,'-]{0,2}$/.test(plain.slice(last.whole.end, finding.start))
        : false
    // One character may fold into several: two findings in it overlap in the text as given.
    if (last && (starts[finding.start]! < ends[last.whole.end - 1]! || beside)) {
      last.named = naming(last.named, finding)
      last.whole.end = Math.max(last.whole.end, finding.end)
      last.whole.known ||= finding.known
    } else passages.push({ whole: { ...finding }, named: finding })
  }
  return passages.map(({ whole, named }) => ({ ...whole, kind: named.kind }))
}

/**
 * Every passage of a text that identifies a person, in order and apart from each other: what the vault knows under any
 * accent, case, spacing or look-alike letter, and what looks like a name, an address or a number. It warns; the officer
 * corrects or confirms. Positions are those of the text as given, in UTF-16 units.
 */
export function identifyingPassages(text: string, recognises?: Recognises): IdentifyingPassage[] {
  const folded = fold(text)
  let findings = lookalikeFindings(folded, text)
  if (recognises) {
    for (const finding of findings) {
      if (finding.kind === 'EMAIL')
        finding.known = knowsEmail(folded.plain.slice(finding.start, finding.end), recognises)
    }
    findings = findings.concat(knownFindings(folded, recognises))
  }
  return merged(findings, folded).map(({ kind, start, end, known }) => {
    const from = folded.starts[start]!
    const to = folded.ends[end - 1]!
    return { kind, start: from, end: to, passage: text.slice(from, to), known }
  })
}
