import type { ReportUnit } from '@bienfonde/domain'

const whole = new Intl.NumberFormat('fr-CA')
const decimal = new Intl.NumberFormat('fr-CA', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const signed = new Intl.NumberFormat('fr-CA', { signDisplay: 'exceptZero' })
const signedDecimal = new Intl.NumberFormat('fr-CA', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})

const measured = (unit: ReportUnit) => unit === 'PERCENT' || unit === 'BUSINESS_DAYS'
const withUnit = (text: string, unit: ReportUnit) => (unit === 'PERCENT' ? `${text} %` : text)

/** A figure as it is printed; what is withheld and what there is nothing to measure of say so. */
export function figureText(value: number | null | undefined, unit: ReportUnit, hidden = false): string {
  if (value === null || value === undefined) return hidden ? 'caché' : 's. o.'
  return withUnit((measured(unit) ? decimal : whole).format(value), unit)
}

/** A difference as it is printed, in points for a percentage. */
export function variationText(value: number | null | undefined, unit: ReportUnit, hidden = false): string {
  if (value === null || value === undefined) return hidden ? 'caché' : 's. o.'
  const text = (measured(unit) ? signedDecimal : signed).format(value)
  return unit === 'PERCENT' ? `${text} point${Math.abs(value) >= 2 ? 's' : ''}` : text
}
