/** The real product, started once for all the journeys, and one browser to visit it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium as packagedChromium } from '@bienfonde/ui/browser'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { databaseOfItsOwn } from './databaseOfItsOwn.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the portal answers. */
    address: string
    /** What the demonstration accounts sign in with, as the product prints it. */
    password: string
    /** Where the browser is reached. */
    browser: string
  }
}

const command = fileURLToPath(new URL('../../api/bin/bienfonde.js', import.meta.url))

export default async function setup(project: TestProject) {
  const data = mkdtempSync(join(tmpdir(), 'bienfonde-parcours-'))
  const database = await databaseOfItsOwn(data)
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, ...database?.env, BIENFONDE_DATA: data, BIENFONDE_DEMONSTRATION: '24', PORT: '0' }

  // The embedded database fills itself at its first start; a server of somebody's is only filled when asked.
  if (database) await ended(launch('seed', env))
  const product = launch('start', env)
  const remove = async () => {
    await database?.drop()
    rmSync(data, { recursive: true, force: true })
  }
  const stop = async () => {
    product.process.kill('SIGTERM')
    await ended(product)
    if (existsSync(join(data, 'postgres/cluster/postmaster.pid')))
      throw new Error('The product stopped and its database is still running')
    await remove()
  }
  const { address, password } = await ready(product).catch(async failure => {
    await remove()
    throw failure
  })
  if (!(await fetch(address)).ok) {
    await stop()
    throw new Error('The portal is not built')
  }
  // The browser's own words, those of its date fields among them, are French.
  const french = { ...inherited, LANG: 'fr_CA.UTF-8', LANGUAGE: 'fr_CA' }
  const browser = await packagedChromium()
    .then(packaged => chromium.launchServer({ ...packaged, env: french, headless: true }))
    .catch(async failure => {
      await stop()
      throw failure
    })
  project.provide('address', address)
  project.provide('password', password)
  project.provide('browser', browser.wsEndpoint())

  return async () => {
    await browser.close()
    await stop()
  }
}

interface Launched {
  process: ChildProcess
  said: () => string
  code: Promise<number | null>
}

function launch(word: string, env: NodeJS.ProcessEnv): Launched {
  const launched = spawn(process.execPath, [command, word], { env })
  let said = ''
  for (const output of [launched.stdout, launched.stderr])
    output.on('data', words => {
      said += words
    })
  return { process: launched, said: () => said, code: new Promise(resolve => launched.once('exit', resolve)) }
}

/** Waits for the end, which must be a clean one. */
async function ended({ code, said }: Launched): Promise<void> {
  const answer = await code
  if (answer !== 0) throw new Error(`The product ended with code ${answer}:\n${said()}`)
}

async function ready(product: Launched): Promise<{ address: string; password: string }> {
  let over = false
  void product.code.then(() => {
    over = true
  })
  while (!over) {
    const address = /prêt : (\S+)/.exec(product.said())?.[1]
    const password = /mot de passe : (\S+)\)/.exec(product.said())?.[1]
    if (address && password) return { address, password }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`The product did not start. Is it built?\n${product.said()}`)
}
