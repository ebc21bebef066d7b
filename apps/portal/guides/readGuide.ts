import { Marked, type RendererObject } from 'marked'

interface GuideHeading {
  readonly id: string
  readonly text: string
  readonly depth: number
}

/** A guide as its Markdown says it, and as a Vue template says the same. */
export interface Guide {
  readonly title: string
  readonly headings: readonly GuideHeading[]
  /** Addresses of the pictures, as the guide writes them. */
  readonly pictures: readonly string[]
  /** Pictures that say nothing to whoever cannot see them. */
  readonly mute: readonly string[]
  /** Where its links lead, as the guide writes them. */
  readonly links: readonly string[]
  /** What the guide quotes of the portal: in bold, or between « ». */
  readonly quoted: readonly string[]
  readonly template: string
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** The anchor of a heading, the same here as where the repository is read. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

/** The address of the portal that an address of the repository stands for, if the portal has it. */
const placeOf = (href: string): string | undefined => {
  const guide = /^guide-([a-z]+)\.md(#.*)?$/.exec(href)
  return guide ? `/aide/${guide[1]}${guide[2] ?? ''}` : href.startsWith('#') ? href : undefined
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
/** A sign that must not begin a line stays with the word before it. */
const kept = (text: string) => text.replace(/« /g, '«\u00a0').replace(/ (?=[»;:?!])/g, '\u00a0')

/** Reads a guide; the size of its pictures lets the page keep their place before they come. A picture without one is not drawn yet, and is left out. */
export function readGuide(markdown: string, sizeOf?: (picture: string) => PictureSize | undefined): Guide {
  let title = ''
  const headings: GuideHeading[] = []
  const pictures: string[] = []
  const mute: string[] = []
  const links: string[] = []
  const quoted: string[] = []

  const renderer: RendererObject = {
    heading({ tokens, depth }) {
      const text = unescaped(this.parser.parseInline(tokens, this.parser.textRenderer))
      if (depth === 1) {
        title = text
        return ''
      }
      const id = anchorOf(text)
      headings.push({ id, text, depth })
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    strong({ tokens }) {
      quoted.push(unescaped(this.parser.parseInline(tokens, this.parser.textRenderer)))
      return `<strong>${this.parser.parseInline(tokens)}</strong>`
    },
    image({ href, text }) {
      pictures.push(href)
      if (!text.trim()) mute.push(href)
      const size = sizeOf?.(href)
      if (!size) return ''
      return `<img src="./${href}" alt="${escaped(text)}" width="${size.width}" height="${size.height}" loading="lazy" />`
    },
    link({ href, tokens }) {
      links.push(href)
      const words = this.parser.parseInline(tokens)
      const place = placeOf(href)
      if (place) return `<RouterLink to="${escaped(place)}" aria-current="false">${words}</RouterLink>`
      return /^https?:/.test(href) ? `<a href="${escaped(href)}">${words}</a>` : words
    },
    text(token) {
      if ('tokens' in token && token.tokens) return this.parser.parseInline(token.tokens)
      return kept('escaped' in token && token.escaped ? token.text : escaped(token.text))
    },
    html({ text }) {
      throw new Error(`A guide is written without HTML: ${text}`)
    },
  }

  const html = new Marked({ renderer }).parse(markdown, { async: false })
  for (const [, words = ''] of markdown.matchAll(/«[ \u00a0]([^»]+?)[ \u00a0]»/g)) quoted.push(words)
  return { title, headings, pictures, mute, links, quoted, template: html.replaceAll('{{', '&#123;&#123;') }
}
