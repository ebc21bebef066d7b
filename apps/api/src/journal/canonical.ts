/** A JSON value in its one canonical text (RFC 8785): equal values always give the same text, so the same hash. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonical(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    // The order of UTF-16 code units, which is the order of `sort` without a comparison.
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined)
    const names = members.map(([name]) => name).sort()
    const held = Object.fromEntries(members)
    return `{${names.map(name => `${JSON.stringify(name)}:${canonical(held[name])}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not a JSON number')
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}
