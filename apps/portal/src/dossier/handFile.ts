/** The name under which the server gives a file. */
const nameIn = (disposition: string | null) => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="?([^";]+)"?/.exec(disposition ?? '')?.[1] ?? 'document')
}

function hand(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads the address after the click: it is let go once it surely has.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Asks for what an opening covers and hands it to the browser; the sentence that refuses it, when it is refused. */
export async function handFile(path: string, asked: object): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
      credentials: 'same-origin',
    })
    if (response.ok) {
      hand(await response.blob(), nameIn(response.headers.get('content-disposition')))
      return undefined
    }
    const { errors }: { errors?: { message: string }[] } = await response.json()
    return errors?.[0]?.message ?? 'Le document n’a pu être lu.'
  } catch {
    return 'Le serveur ne répond pas. Vérifiez votre connexion, puis ouvrez le document de nouveau.'
  }
}
