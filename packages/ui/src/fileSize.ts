const number = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 })
const units = ['Ko', 'Mo', 'Go']

/** A size in bytes as French readers write it: « 840 octets », « 12,5 Ko », « 3,2 Mo ». */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${number.format(bytes)}\u00a0${bytes > 1 ? 'octets' : 'octet'}`
  let size = bytes / 1_000
  let unit = 0
  // 999,96 would be rounded to 1 000.
  while (size >= 999.95 && unit < units.length - 1) {
    size /= 1_000
    unit++
  }
  return `${number.format(size)}\u00a0${units[unit]}`
}
