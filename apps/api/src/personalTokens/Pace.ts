/** How often each of several things happens: so many times in a minute at most, each minute counted anew. */
export class Pace {
  readonly #most: number
  readonly #counts = new Map<string, number>()
  #minute = 0

  constructor(most: number) {
    this.#most = most
  }

  isOver(subject: string, now: Date): boolean {
    this.#turn(now)
    return (this.#counts.get(subject) ?? 0) >= this.#most
  }

  count(subject: string, now: Date): void {
    this.#turn(now)
    this.#counts.set(subject, (this.#counts.get(subject) ?? 0) + 1)
  }

  #turn(now: Date): void {
    const minute = Math.floor(now.getTime() / 60_000)
    if (minute === this.#minute) return
    this.#minute = minute
    this.#counts.clear()
  }
}
