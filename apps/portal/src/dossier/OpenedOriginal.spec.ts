import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import OpenedOriginal from './OpenedOriginal.vue'

describe('l’original ouvert', () => {
  let sent: [string, RequestInit][] = []
  let given: { name: string; href: string }[] = []
  beforeEach(() => {
    sent = []
    given = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      given.push({ name: this.download, href: this.href })
    })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  async function open(answer: () => Response) {
    vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
      sent.push([address, request])
      return answer()
    })
    const panel = mount(OpenedOriginal, { props: { opening: 'ouverture' } })
    await flushPromises()
    await flushPromises()
    return panel
  }

  it('est demandé une seule fois et remis sous son nom, sans paraître dans la page', async () => {
    const headers = {
      'content-disposition': `attachment; filename="Bail.pdf"; filename*=UTF-8''Bail%20%C3%A9t%C3%A9.pdf`,
    }
    const panel = await open(() => new Response('contenu', { headers }))
    expect(sent).toMatchObject([['/files/original', { method: 'POST', body: '{"opening":"ouverture"}' }]])
    expect(given).toMatchObject([{ name: 'Bail été.pdf', href: expect.stringMatching(/^blob:/) }])
    expect(panel.text()).toContain('Le téléchargement est fait')
    expect(panel.text()).not.toMatch(/contenu|Bail/)
    await panel.find('button').trigger('click')
    expect(panel.emitted('hide')).toHaveLength(1)
  })

  it('qui n’est pas donné dit pourquoi, en les mots du serveur', async () => {
    const body = { errors: [{ message: 'Cette ouverture ne donne aucun document.' }] }
    const panel = await open(() => Response.json(body, { status: 404 }))
    expect(panel.text()).toContain('Cette ouverture ne donne aucun document.')
    expect(given).toEqual([])
  })

  it('qu’on ne peut demander au serveur le dit aussi', async () => {
    const panel = await open(() => {
      throw new TypeError('fetch failed')
    })
    expect(panel.text()).toContain('Le serveur ne répond pas.')
  })
})
