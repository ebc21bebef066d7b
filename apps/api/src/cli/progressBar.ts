const width = 24
const quietSeconds = 5

/** How far a reading is: a share of the file, and the lines read so far. */
export interface ReadSoFar {
  bytes: number
  lines: number
}

/**
 * A bar that says how far a file is read, how many lines a second, and how long is left: rewritten in a terminal, said
 * every few seconds elsewhere.
 */
export function progressBar(title: string, bytes: number, output: NodeJS.WriteStream = process.stderr) {
  const begun = performance.now()
  let told = Number.NEGATIVE_INFINITY
  return ({ bytes: read, lines }: ReadSoFar): void => {
    const now = performance.now()
    const ended = read >= bytes
    if (!ended && now - told < (output.isTTY ? 100 : quietSeconds * 1000)) return
    told = now
    const line = `${title} ${progressLine({ share: bytes > 0 ? Math.min(1, read / bytes) : 1, lines, seconds: (now - begun) / 1000 })}`
    output.write(output.isTTY ? `\r${line}\u001b[K` : `${line}\n`)
  }
}

/** « [██████······] 50 % · 12 000 lignes · 24 000 lignes/s · reste 1 s » */
export function progressLine({ share, lines, seconds }: { share: number; lines: number; seconds: number }): string {
  const full = Math.floor(share * width)
  const rate = seconds > 0 ? Math.round(lines / seconds) : lines
  const left = share > 0 && share < 1 ? ` · reste ${duration((seconds / share) * (1 - share))}` : ''
  const bar = `[${'█'.repeat(full)}${'·'.repeat(width - full)}]`
  return `${bar} ${Math.floor(share * 100)} % · ${counted(lines)} lignes · ${counted(rate)} lignes/s${left}`
}

const counted = (number: number) => number.toLocaleString('fr-CA')

function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
