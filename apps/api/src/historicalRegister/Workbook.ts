import type { Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ImportRefusal } from './ImportRefusal.ts'

/** What is met in a part of a workbook, in order; names are without their prefix. */
export interface XmlReader {
  opens(name: string, attributes: Record<string, string>): void
  closes(name: string): void
  text(text: string): void
}

const longestSilence = 4_000_000

/** A spreadsheet in its zipped parts, each read as a stream and never held whole. */
export class Workbook {
  readonly #path: string
  readonly #zip: ZipFile
  readonly #parts: Map<string, Entry>

  private constructor(path: string, zip: ZipFile, parts: Map<string, Entry>) {
    this.#path = path
    this.#zip = zip
    this.#parts = parts
  }

  static async open(path: string): Promise<Workbook> {
    try {
      const zip = await openPromise(path, { autoClose: false })
      const parts = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry)
      if (parts.has('[Content_Types].xml')) return new Workbook(path, zip, parts)
      zip.close()
    } catch {
      throw new ImportRefusal(`Le classeur ${path} est endommagé : il ne s’ouvre pas.`)
    }
    throw new ImportRefusal(`Le fichier ${path} n’est pas un classeur XLSX.`)
  }

  has(part: string): boolean {
    return this.#parts.has(part)
  }

  sizeOf(part: string): number {
    return this.#parts.get(part)?.uncompressedSize ?? 0
  }

  /** Reads a part piece by piece; gives after each how many bytes were read, so that the caller may take what was met. */
  async *read(part: string, reader: XmlReader): AsyncGenerator<number> {
    const entry = this.#parts.get(part)
    if (!entry) throw new ImportRefusal(`Le classeur ${this.#path} est incomplet : une de ses parties manque.`)
    const parser = new SaxesParser()
    let silence = 0
    parser.on('opentag', ({ name, attributes }) => {
      silence = 0
      reader.opens(localName(name), attributes)
    })
    parser.on('closetag', ({ name }) => reader.closes(localName(name)))
    parser.on('text', text => reader.text(text))
    const letters = new TextDecoder('utf-8', { fatal: true })
    let bytes = 0
    let stream: Readable | undefined
    try {
      stream = await this.#zip.openReadStreamPromise(entry)
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length
        silence += chunk.length
        parser.write(letters.decode(chunk, { stream: true }))
        if (silence > longestSilence) throw new ImportRefusal('Une cellule du classeur est démesurée.')
        yield bytes
      }
      parser.write(letters.decode()).close()
    } catch (error) {
      throw error instanceof ImportRefusal
        ? error
        : new ImportRefusal(`Le classeur ${this.#path} est endommagé : une de ses parties ne se lit pas.`)
    } finally {
      stream?.destroy()
    }
  }

  /** Reads a part to its end. */
  async readWhole(part: string, reader: XmlReader): Promise<void> {
    const pieces = this.read(part, reader)
    while (!(await pieces.next()).done);
  }

  close(): void {
    this.#zip.close()
  }
}

function localName(name: string): string {
  const at = name.indexOf(':')
  return at < 0 ? name : name.slice(at + 1)
}
