import pg, { type PoolClient } from 'pg'

/** A COPY whose rows are taken one by one as they arrive, without being kept. */
class CopyOut extends pg.Query {
  readonly #take: (row: Buffer) => void

  constructor(text: string, take: (row: Buffer) => void, done: (error: Error | null) => void) {
    // The driver's own query takes its callback last; its types know of none.
    super(...([text, undefined, done] as unknown as [string]))
    this.#take = take
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#take(chunk)
  }
}

/** Runs « copy … to stdout » and gives each message of it; a message is only good until the next one comes. */
export const copyOut = (client: PoolClient, text: string, take: (row: Buffer) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query(new CopyOut(text, take, error => (error ? reject(error) : resolve())))
  })
