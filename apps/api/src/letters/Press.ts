import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Pressed, Pressing } from './Pressing.ts'

const program = new URL(`./pressProcess${extname(import.meta.url)}`, import.meta.url)

/** How much one letter may take of the machine, and how many may wait. */
const usual = { milliseconds: 5_000, memoryBytes: 768 * 1024 * 1024, waiting: 100 }
/** The compiler is let go once nobody has asked for a letter for this long. */
const idleMilliseconds = 120_000

interface Job {
  pressing: Pressing
  answer: (pressed: Pressed) => void
}

const stopped = (message: string): Pressed => ({ flaws: [{ file: 'TEMPLATE', line: null, message }] })
const tooLong = 'La lettre prend trop de temps ou de mémoire à composer.'
const gone = 'Le compilateur des lettres s’est arrêté ou n’a pu commencer.'
const tooMany = 'Trop de lettres sont demandées à la fois.'

/**
 * Makes letters one after the other in a process of its own, begun when the first is asked for. A letter that takes too
 * long or too much memory is ended with its process, and the next one begins another.
 */
export class Press {
  #process: ChildProcess | undefined
  #working: Job | undefined
  /** True once the process at work was ended for what its letter takes. */
  #ended = false
  #queue: Job[] = []
  #idle: NodeJS.Timeout | undefined
  readonly #limits: typeof usual

  constructor(limits: Partial<typeof usual> = {}) {
    this.#limits = { ...usual, ...limits }
  }

  /** Asks for a letter; what is wrong in its templates is an answer, never an error. */
  press(pressing: Pressing): Promise<Pressed> {
    if (this.#queue.length >= this.#limits.waiting) return Promise.resolve(stopped(tooMany))
    return new Promise(answer => {
      this.#queue.push({ pressing, answer })
      this.#next()
    })
  }

  close(): void {
    clearTimeout(this.#idle)
    this.#process?.kill('SIGKILL')
    this.#process = undefined
  }

  #next(): void {
    if (this.#working) return
    const job = this.#queue.shift()
    clearTimeout(this.#idle)
    if (!job) {
      this.#idle = setTimeout(() => this.close(), idleMilliseconds).unref()
      return
    }
    this.#working = job
    this.#ended = false
    const worker = this.#begun()
    worker.ref()
    worker.channel?.ref()
    const deadline = setTimeout(() => this.#end(worker), this.#limits.milliseconds)
    const watch = setInterval(() => {
      if (memoryOf(worker) > this.#limits.memoryBytes) this.#end(worker)
    }, 50)
    const settle = (pressed: Pressed) => {
      clearTimeout(deadline)
      clearInterval(watch)
      worker.removeAllListeners()
      worker.unref()
      worker.channel?.unref()
      this.#working = undefined
      job.answer(pressed)
      this.#next()
    }
    worker.once('message', (pressed: Pressed) => settle(pressed))
    worker.once('exit', () => {
      this.#process = undefined
      settle(stopped(this.#ended ? tooLong : gone))
    })
    worker.once('error', () => worker.kill('SIGKILL'))
    worker.send(job.pressing)
  }

  #end(worker: ChildProcess): void {
    this.#ended = true
    worker.kill('SIGKILL')
  }

  /** The compiler's process: it knows no variable of ours, and goes when this one does. */
  #begun(): ChildProcess {
    if (this.#process?.connected) return this.#process
    this.#process = fork(program, {
      execArgv: [],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return this.#process
  }
}

/** How much memory a process holds, where the system tells. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
  } catch {
    return 0
  }
}
