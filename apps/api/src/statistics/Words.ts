/** The words of a column, each under a small number; 0 stands for none. */
export class Words {
  readonly #numbers = new Map<string, number>()
  readonly #byBytes = new Map<string, number>()
  readonly #words: string[] = ['']

  get size(): number {
    return this.#words.length
  }

  numberOf(word: string | null): number {
    if (word === null) return 0
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#words.push(word) - 1
    this.#numbers.set(word, number)
    return number
  }

  /** The same for a word still in its bytes, which are only decoded once. */
  numberIn(buffer: Buffer, from: number, to: number): number {
    const bytes = buffer.toString('latin1', from, to)
    const known = this.#byBytes.get(bytes)
    if (known !== undefined) return known
    const number = this.numberOf(buffer.toString('utf8', from, to))
    this.#byBytes.set(bytes, number)
    return number
  }

  /** The number of a word if it was ever met. */
  find(word: string): number | undefined {
    return this.#numbers.get(word)
  }

  wordOf(number: number): string | null {
    return number === 0 ? null : (this.#words[number] ?? null)
  }
}
