/** A node of the page that the compiler makes. */
export interface PageNode {
  type?: string
  tagName?: string
  value?: string
  children?: PageNode[]
}

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol', 'dl', 'div', 'section', 'table', 'body', 'html'])

function inline({ value, tagName, children = [] }: PageNode): string {
  if (tagName === 'br') return '\n'
  if (value !== undefined) return value.replace(/[ \t\n]+/g, ' ')
  return children.map(inline).join('')
}

const tidy = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .trim()

function definitions(children: readonly PageNode[]): string {
  const lines: string[] = []
  for (const child of children) {
    if (child.tagName === 'dt') lines.push(`${tidy(inline(child))}\u00a0: `)
    else if (child.tagName === 'dd') lines.push(`${lines.pop() ?? ''}${tidy(inline(child))}`)
  }
  return lines.join('\n')
}

/** The paragraphs of a page, in order. */
function paragraphs(node: PageNode): string[] {
  const { tagName = '', children = [] } = node
  if (tagName === 'head') return []
  if (tagName === 'dl') return [definitions(children)]
  if (tagName === 'ul' || tagName === 'ol')
    return [
      children
        .filter(child => child.tagName === 'li')
        .map(item => `– ${tidy(inline(item))}`)
        .join('\n'),
    ]
  if (children.some(child => blocks.has(child.tagName ?? ''))) return children.flatMap(paragraphs)
  return [tidy(inline(node))]
}

/** The words of a page as plain text: a blank line between paragraphs, a dash before each item of a list. */
export const plainText = (page: PageNode): string =>
  `${paragraphs(page)
    .filter(paragraph => paragraph !== '')
    .join('\n\n')}\n`
