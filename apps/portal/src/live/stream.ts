import { readonly, ref } from 'vue'

/** A dossier has changed. Who took which step is told to whoever reads its journal. */
export interface Change {
  readonly dossier: string
  readonly version: number
  readonly by?: string
  readonly step?: string
}

/** Called for each change elsewhere, and with nothing when one may have been missed. */
export type Listener = (change?: Change) => void

/** Where the connection stands: nobody listens, it is being made, it holds, it is lost, or the session is over. */
export type Connection = 'CLOSED' | 'OPENING' | 'OPEN' | 'LOST' | 'OVER'

const address = '/live'
/** Beyond this silence the connection is held for lost, though nothing said so: the server speaks every 15 seconds. */
const longestSilence = 40_000
const firstPause = 1_000
const longestPause = 15_000

const listeners = new Set<Listener>()
const connection = ref<Connection>('CLOSED')
let source: EventSource | undefined
let mark = ''
let pause = firstPause
let timer: ReturnType<typeof setTimeout> | undefined

/** The one stream of this page. */
export const stream = {
  connection: readonly(connection),

  listen(listener: Listener): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },

  /** Opens the stream, or tries again at once when it is lost. */
  open() {
    if (source) return
    clearTimeout(timer)
    if (connection.value === 'CLOSED') connection.value = 'OPENING'
    const own = new EventSource(mark ? `${address}?after=${encodeURIComponent(mark)}` : address)
    source = own
    const on = (name: string, heard: (data: string) => void) =>
      own.addEventListener(name, ({ data, lastEventId }) => {
        if (source !== own) return
        if (lastEventId) mark = lastEventId
        listenOn()
        heard(data)
      })
    on('beat', () => undefined)
    on('ready', () => hold())
    on('resync', () => {
      hold()
      tell()
    })
    on('change', data => tell(JSON.parse(data)))
    on('over', () => lose('OVER'))
    own.onerror = () => void (source === own && fail())
    listenOn()
  },

  /** Stops listening without a word: nobody is looking, or nobody is signed in any more. */
  close() {
    drop()
    connection.value = 'CLOSED'
  },

  /** Forgets what was heard: the next person hears for themselves. */
  forget() {
    stream.close()
    mark = ''
  },

  /** The network comes or goes: what holds is proved by making it again. */
  retry() {
    if (connection.value === 'CLOSED') return
    drop()
    pause = firstPause
    stream.open()
  },
}

function tell(change?: Change) {
  for (const listener of listeners) listener(change)
}

function hold() {
  connection.value = 'OPEN'
  pause = firstPause
}

function listenOn() {
  clearTimeout(timer)
  timer = setTimeout(() => lose('LOST'), longestSilence)
}

function drop() {
  clearTimeout(timer)
  source?.close()
  source = undefined
}

function lose(how: 'LOST' | 'OVER') {
  drop()
  connection.value = how
  timer = setTimeout(stream.open, pause)
  pause = Math.min(longestPause, pause * 2)
}

/** The browser does not say why a stream fails: a session that is over is told apart by asking once more. */
async function fail() {
  lose('LOST')
  const asking = new AbortController()
  const answer = await fetch(address, { signal: asking.signal }).catch(() => undefined)
  asking.abort()
  if (answer?.status === 401 && connection.value === 'LOST') connection.value = 'OVER'
}
