import { computed, onScopeDispose, ref, shallowReactive, shallowRef, watch } from 'vue'
import { apollo } from '../apollo/client.ts'
import type { CaseloadQuestion } from './address.ts'
import { CaseloadQuery, type CaseloadRow, CaseloadTotalQuery } from './CaseloadQuery.ts'

const blockSize = 50
const mostBlocks = 80
/** How long a way must rest before what it leads to is asked for, in milliseconds. */
const rest = 60

/** What is known of the answer to one question: some of its rows, by rank, and how many there are. */
interface Known {
  question: string
  total: number | undefined
  blocks: Map<number, CaseloadRow[]>
  /** Where the block after each begins. */
  cursors: Map<number, string | null>
}

/** The list last looked at is shown at once to whoever comes back to it, then read again. */
let last: Known | undefined

/** The rows of the list, asked for where the eye rests: by cursor from a block to the next, by rank from far away. */
export function useCaseloadRows(
  question: () => CaseloadQuestion,
  enabled: () => boolean,
  /** The rank to begin at: far from the first, nothing can be shown before the total is known. */
  begin: () => number = () => 0,
) {
  const total = ref<number>()
  const error = shallowRef<unknown>()
  const waiting = ref(0)
  const rows = shallowReactive(new Map<number, CaseloadRow>())
  /** How many rows can be scrolled to: all of them, once they are counted. */
  const reach = computed(() => total.value ?? rows.size)
  let known: Known = { question: '', total: undefined, blocks: new Map(), cursors: new Map() }
  let sight: [number, number] = [0, 0]
  let timer: ReturnType<typeof setTimeout> | undefined
  const asked = new Set<number>()

  function lay(block: number, found: CaseloadRow[], next: string | null) {
    known.blocks.set(block, found)
    known.cursors.set(block, next)
    for (const [at, row] of found.entries()) rows.set(block * blockSize + at, row)
    for (let at = found.length; at < blockSize; at++) rows.delete(block * blockSize + at)
    // What has been passed long ago is forgotten, and asked for again on the way back.
    const middle = Math.floor(sight[0] / blockSize)
    const far = [...known.blocks.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    for (const old of far.slice(0, Math.max(0, far.length - mostBlocks))) {
      known.blocks.delete(old)
      for (let at = 0; at < blockSize; at++) rows.delete(old * blockSize + at)
    }
  }

  async function read(block: number, counted: boolean) {
    const answered = known
    if (asked.has(block)) return
    asked.add(block)
    waiting.value += 1
    try {
      const after = known.cursors.get(block - 1) ?? null
      const { data } = await apollo.query({
        query: CaseloadQuery,
        variables: { ...question(), first: blockSize, after, skip: after ? 0 : block * blockSize, counted },
        fetchPolicy: 'no-cache',
      })
      if (answered !== known || !data) return
      error.value = undefined
      const { total: counting, next } = data.caseload
      // The only block there is has counted itself.
      if (counting !== undefined) count(counting)
      else if (block === 0 && next === null) count(data.caseload.rows.length)
      else if (known.total === undefined) total.value = undefined
      lay(block, data.caseload.rows, data.caseload.next)
    } catch (failure) {
      if (answered === known) error.value = failure
    } finally {
      waiting.value -= 1
      if (answered === known) asked.delete(block)
    }
  }

  function count(all: number) {
    total.value = all
    known.total = all
  }

  /** How many there are is told after the first rows, which need not wait for it; a search counts as it goes. */
  async function readTotal(first: Promise<void>) {
    const answered = known
    const { filter } = question()
    const { data } = await apollo
      .query({ query: CaseloadTotalQuery, variables: { filter }, fetchPolicy: 'no-cache' })
      .catch(() => ({ data: undefined }))
    await first
    if (answered === known && data) count(data.caseload.total)
  }

  const inSight = () => {
    const [first, to] = sight.map(rank => Math.floor(rank / blockSize)) as [number, number]
    return Array.from({ length: to - first + 1 }, (_, at) => first + at)
  }
  const readMissing = () =>
    Promise.all(inSight().flatMap(block => (known.blocks.has(block) ? [] : [read(block, false)])))

  /** Says which ranks are in sight: what is missing there, and just after, is asked for. */
  function see(first: number, to: number) {
    const most = Math.max(0, reach.value - 1)
    sight = [Math.min(first, most), Math.min(to + Math.ceil(blockSize / 2), most)]
    clearTimeout(timer)
    if (known.blocks.size === 0) return
    const near = inSight().every(block => known.blocks.has(block) || known.blocks.has(block - 1))
    if (near) void readMissing()
    else timer = setTimeout(() => void readMissing(), rest)
  }

  /** Reads again what is in sight; the rows already there stay until the new ones come. */
  async function refresh() {
    const [from = 0] = inSight()
    for (const block of [...known.cursors.keys()]) if (block >= from) known.cursors.delete(block)
    const seen = inSight()
    for (const block of [...known.blocks.keys()]) if (!seen.includes(block)) known.blocks.delete(block)
    await Promise.all(seen.map((block, at) => read(block, at === 0)))
  }

  watch(
    [enabled, () => JSON.stringify(question())] as const,
    ([open, next]) => {
      if (!open || next === known.question) return
      const back = last?.question === next ? last : undefined
      known = back ?? { question: next, total: undefined, blocks: new Map(), cursors: new Map() }
      last = known
      asked.clear()
      error.value = undefined
      if (!back) sight = [0, 0]
      for (const [block, found] of known.blocks) lay(block, found, known.cursors.get(block) ?? null)
      if (known.total !== undefined) total.value = known.total
      if (back) void refresh()
      else void start()
    },
    { immediate: true },
  )

  /** The rows of the question before stay in sight until the first ones of this question come. */
  async function start() {
    const before = known
    const whole = Boolean(question().filter.search) || begin() > 0
    const first = read(0, whole)
    const counted = whole ? undefined : readTotal(first)
    await first
    if (before !== known) return
    for (const rank of [...rows.keys()]) if (!known.blocks.has(Math.floor(rank / blockSize))) rows.delete(rank)
    await counted
    if (before === known) void readMissing()
  }
  onScopeDispose(() => clearTimeout(timer))

  return { rows, total, reach, error, waiting, see, refresh }
}
