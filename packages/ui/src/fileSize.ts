const number = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 })

/** A size in bytes as French readers write it: « 840 octets », « 12,5 Ko », « 3,2 Mo ». */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${number.format(bytes)}\u00a0${bytes > 1 ? 'octets' : 'octet'}`
  const [unit, divisor] =
    bytes < 1_000_000 ? ['Ko', 1_000] : bytes < 1_000_000_000 ? ['Mo', 1_000_000] : ['Go', 1_000_000_000]
  return `${number.format(bytes / Number(divisor))}\u00a0${unit}`
}
