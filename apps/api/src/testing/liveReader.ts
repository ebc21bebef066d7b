/** One message of a live stream. */
interface LiveMessage {
  event: string
  id: string | undefined
  data: Record<string, unknown>
}

/** Opens a live stream as a browser does, and keeps what it says. */
export async function liveReader(url: string, cookie: string, { after }: { after?: string } = {}) {
  const gone = new AbortController()
  const response = await fetch(`${url}/live${after ? `?after=${after}` : ''}`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: gone.signal,
  })
  const messages: LiveMessage[] = []
  const reader = { response, messages, text: '', ended: false, close: () => gone.abort() }

  async function read() {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      const whole = `${reader.text.slice(reader.text.lastIndexOf('\n\n') + 2)}${decoder.decode(chunk, { stream: true })}`
      reader.text = reader.text.slice(0, reader.text.lastIndexOf('\n\n') + 2) + whole
      const blocks = whole.split('\n\n').slice(0, -1)
      messages.push(...blocks.map(messageOf))
    }
  }
  read()
    .catch(() => undefined)
    .finally(() => {
      reader.ended = true
    })
  return reader
}

function messageOf(block: string): LiveMessage {
  const fields = new Map(block.split('\n').map(line => line.split(': ', 2) as [string, string]))
  return { event: fields.get('event') ?? 'message', id: fields.get('id'), data: JSON.parse(fields.get('data') ?? '{}') }
}
