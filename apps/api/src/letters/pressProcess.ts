import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { Pressed, Pressing, TemplateFlaw } from './Pressing.ts'
import { type PageNode, plainText } from './plainText.ts'

// The compiler answers nobody else while it works: it lives in a process of its own, which can be ended at any moment.
// Its files are in memory, under a folder that does not exist: there is nothing else that a template could read.
const folder = '/bienfonde-lettres'
const main = `${folder}/letter.typ`
const layout = `${folder}/layout.typ`
const compiler = NodeCompiler.create({ workspace: folder })

interface Diagnostic {
  message: string
  path?: string
  severity: number
  range?: { start?: { line?: number } }
}

function flawsOf(error: NodeError): TemplateFlaw[] {
  const found: Diagnostic[] = compiler.fetchDiagnostics(error)
  const flaws = found
    .filter(({ severity }) => severity === 1)
    .map(({ message, path, range }): TemplateFlaw => {
      const line = range?.start?.line
      const file = path === layout ? 'LAYOUT' : 'TEMPLATE'
      return { file, line: typeof line === 'number' ? line + 1 : null, message }
    })
  return flaws.length > 0 ? flaws : [{ file: 'TEMPLATE', line: null, message: String(error.compilationStatus) }]
}

function press({ layout: page, template, data, pdf, words }: Pressing): Pressed {
  compiler.addSource(layout, page)
  compiler.addSource(main, template)
  const asked = (target: 'pdf' | 'html') => ({ mainFilePath: main, inputs: { data, target } })
  let made: Uint8Array | null = null
  if (pdf) {
    const compiled = compiler.compile(asked('pdf'))
    const { result } = compiled
    if (!result) {
      const error = compiled.takeDiagnostics()
      return { flaws: error ? flawsOf(error) : [] }
    }
    try {
      made = compiler.pdf(result, { pdfStandard: pdf.standard, creationTimestamp: pdf.createdAt })
    } catch (error) {
      return { flaws: [{ file: 'TEMPLATE', line: null, message: saidBy(error) }] }
    }
  }
  if (!words) return { pdf: made, html: null, text: null }
  const compiled = compiler.tryHtml(asked('html'))
  const { result } = compiled
  if (!result) {
    const error = compiled.takeDiagnostics()
    return { flaws: error ? flawsOf(error) : [] }
  }
  return { pdf: made, html: result.html(), text: plainText(result.hast() as PageNode) }
}

/** The sentence in what the exporter throws. */
const saidBy = (error: unknown): string =>
  /message: "((?:[^"\\]|\\.)*)"/.exec(String(error))?.[1] ?? 'PDF export failed'

process.on('message', (pressing: Pressing) => {
  const answer = press(pressing)
  compiler.evictCache(10)
  process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))
