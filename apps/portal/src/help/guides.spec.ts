import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { roles, stepNames, steps } from '@bienfonde/domain'
import { describe, expect, it } from 'vitest'
import { type Guide, readGuide } from '../../guides/readGuide.ts'
import { placesOf } from '../access/places.ts'
import { sectionsOf } from '../administration/sections.ts'
import { guideOf, guides } from './guides.ts'
import { helpAt, pageHelp, roomHelp, sectorRoomHelp, stepHelp } from './helpPlaces.ts'

const house = join(import.meta.dirname, '../../../..')
const docs = join(house, 'docs')
const files = readdirSync(docs).filter(name => /^guide-[a-z]+\.md$/.test(name))
const read = new Map<string, Guide>(files.map(name => [name, readGuide(readFileSync(join(docs, name), 'utf8'))]))
const guideAt = (to: string) => read.get(`guide-${to.replace('/aide/', '')}.md`)

/** What is wrong with an address of help: no such guide, or no such heading in it. */
function leadsNowhere(address: string): boolean {
  const [path = '', anchor] = address.split('#')
  const guide = guideAt(path)
  return !guide || (anchor !== undefined && !guide.headings.some(({ id }) => id === anchor))
}

const inOneLine = (text: string) =>
  text
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.:;…($]+$/, '')
    .trim()

/** Every run of words in the sources, as the screen shows it: what stands between quotes, tags or braces. */
const shown = new Set(
  ['apps/portal/src', 'packages/domain/src', 'packages/ui/src', 'apps/api/src/access'].flatMap(room =>
    readdirSync(join(house, room), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(ts|vue)$/.test(name) && !/\.(spec|stories)\.ts$/.test(name))
      .flatMap(name => readFileSync(join(house, room, name), 'utf8').split(/["'`<>{}]/))
      .map(inOneLine)
      .filter(Boolean),
  ),
)
const isShown = (quoted: string) =>
  shown.has(inOneLine(quoted)) ||
  (quoted.endsWith('…') && [...shown].some(words => words.startsWith(inOneLine(quoted))))

describe('les guides', () => {
  it('sont tous des pages du portail', () => {
    expect(guides.map(({ to }) => guideAt(to)).every(Boolean)).toBe(true)
    expect(guides).toHaveLength(files.length)
  })

  it.each(files.filter(name => name !== 'guide-exploitation.md'))(
    '%s ne cite que des mots que le portail affiche',
    name => {
      expect(read.get(name)?.quoted.filter(words => !isShown(words))).toEqual([])
    },
  )

  it.each(files)('%s ne mène qu’à ce qui existe, par des titres distincts', name => {
    const guide = read.get(name)
    const inPortal = guide?.links
      .filter(href => href.startsWith('#') || href.startsWith('guide-'))
      .map(href => (href.startsWith('#') ? `${name}${href}` : href))
      .map(href => href.replace(/^guide-([a-z]+)\.md/, '/aide/$1'))
    expect(inPortal?.filter(leadsNowhere)).toEqual([])
    const ids = guide?.headings.map(({ id }) => id) ?? []
    expect(ids).toHaveLength(new Set(ids).size)
    expect(guide?.title).not.toBe('')
  })

  it('disent en mots ce que montre chaque image', () => {
    expect([...read.values()].flatMap(({ mute }) => mute)).toEqual([])
  })

  it('et le README nomment des images qui existent, et toutes celles qui existent', () => {
    const drawn = readdirSync(join(docs, 'images')).toSorted()
    const named = [...read.values()].flatMap(({ pictures }) => pictures.map(picture => picture.replace('images/', '')))
    const readme = readFileSync(join(house, 'README.md'), 'utf8').matchAll(/docs\/images\/([\w-]+\.png)/g)
    expect([...new Set([...named, ...[...readme].flatMap(([, name]) => name ?? [])])].toSorted()).toEqual(drawn)
  })
})

describe('l’aide', () => {
  it('commence pour chaque rôle dans son guide', () => {
    expect(roles.map(({ code }) => guideOf[code]).filter(leadsNowhere)).toEqual([])
    expect(guideOf.SECTOR_RESPONDENT).toBe('/aide/repondants')
  })

  it('mène de chaque étape et de chaque page à un titre qui en parle', () => {
    const all = [...Object.values(roomHelp), ...Object.values(sectorRoomHelp), ...pageHelp.map(({ to }) => to)]
    expect(all.filter(leadsNowhere)).toEqual([])
  })

  it('parle de chaque étape du processus dans le guide des personnes qui la prennent', () => {
    const quoted = new Set(guideAt('/aide/agents')?.quoted)
    expect(stepNames.map(name => steps[name].title).filter(title => !quoted.has(title))).toEqual([])
  })

  it('parle de chaque page du menu', () => {
    const places = roles.flatMap(({ code }) => [...placesOf(code), ...sectionsOf(code)]).map(({ to }) => to)
    expect(places.filter(to => to !== '/administration' && !helpAt(to))).toEqual([])
    expect(helpAt('/dossiers/1')?.to).toBe('/aide/agents#le-dossier')
    expect(helpAt('/aide/agents')).toBeUndefined()
  })

  it('mène un secteur à son guide, et le Secrétariat au sien', () => {
    expect(stepHelp('analysis', 'SECTOR_RESPONDENT')).toBe('/aide/repondants#répondre-à-une-question')
    expect(stepHelp('analysis', 'OFFICER')).toBe('/aide/agents#analyse')
  })
})
