/** What an installation sets when it builds the portal: its logo, and whether it is a ministry's own site. */
export const brand = {
  product: 'Bienfondé',
  logo: import.meta.env.VITE_LOGO_URL as string | undefined,
  logoLabel: (import.meta.env.VITE_LOGO_LABEL as string | undefined) ?? '',
  prototype: import.meta.env.VITE_OFFICIAL !== 'true',
} as const
