import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../database/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server on which every spec file makes its own database. */
    server: { url: string } | { host: string }
  }
}

/** One PostgreSQL for the whole run: that of `DATABASE_URL`, or a throwaway one. */
export default async function setup(project: TestProject) {
  const url = process.env.DATABASE_URL
  if (url) {
    project.provide('server', { url })
    return
  }
  const directory = mkdtempSync(join(tmpdir(), 'bienfonde-tests-'))
  const cluster = await startEmbedded({ directory, throwaway: true })
  project.provide('server', { host: cluster.host })
  return async () => {
    await cluster.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
