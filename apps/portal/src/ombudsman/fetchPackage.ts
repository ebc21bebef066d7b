/** What became of a package that was asked for. */
export type Fetched = { file: Blob; name: string } | { refusal: string }

const lost = 'L’envoi n’a pu être pris : la connexion est rompue. Réessayez.'

/** Asks for a package; the first time, the server composes it before it answers. */
export async function fetchPackage(href: string): Promise<Fetched> {
  try {
    const response = await fetch(href, { credentials: 'same-origin' })
    if (!response.ok) {
      const answer = await response.json().catch(() => ({}))
      return { refusal: answer.errors?.[0]?.message ?? lost }
    }
    const name = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    return { file: await response.blob(), name: name ?? 'envoi.zip' }
  } catch {
    return { refusal: lost }
  }
}
