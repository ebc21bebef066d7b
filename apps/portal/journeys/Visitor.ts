import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { checkStop } from './checkStop.ts'
import { checkWidths } from './checkWidths.ts'
import { comes } from './comes.ts'
import { Keyboard, named } from './Keyboard.ts'

let opened: Promise<Browser> | undefined

/** Every place from which a screen reader announces what changes. */
const liveRegion = ':is([aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], [role="log"])'

/** One person at one keyboard, with a session of their own; nobody here has a mouse. */
export class Visitor {
  readonly keys: Keyboard
  readonly #failures: Error[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    this.keys = new Keyboard(page)
    page.on('pageerror', failure => this.#failures.push(failure))
  }

  /** Opens a browser at the entrance of the portal. */
  static async arrives(): Promise<Visitor> {
    opened ??= chromium.connect(inject('browser'))
    const browser = await opened
    const context = await browser.newContext({
      baseURL: inject('address'),
      locale: 'fr-CA',
      timezoneId: 'America/Toronto',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    })
    onTestFinished(() => context.close())
    const visitor = new Visitor(context, await context.newPage())
    await visitor.goes('/')
    return visitor
  }

  /** Somebody of the demonstration, signed in. */
  static async signedIn(account: string): Promise<Visitor> {
    const visitor = await Visitor.arrives()
    await visitor.signsIn(account)
    return visitor
  }

  /** The tab is closed, and the person opens another one in the same session. */
  async inAnotherTab(): Promise<Visitor> {
    await this.page.close()
    return new Visitor(this.context, await this.context.newPage())
  }

  async signsIn(account: string): Promise<void> {
    await this.sees('heading', 'Ouvrir une session')
    await this.keys.write('Adresse de courriel', `${account}@exemple.test`)
    await this.keys.write('Mot de passe', inject('password'))
    await this.keys.press('button', 'Ouvrir une session')
    await this.sees('button', 'Fermer la session')
    await this.stops()
  }

  /** Writes an address in the browser's bar; what was said before is gone with the page. */
  async goes(path: string): Promise<void> {
    await this.page.goto(path)
    await comes(this.page.getByRole('heading', { level: 1 }))
  }

  get address(): string {
    return new URL(this.page.url()).pathname
  }

  /** Opens a step of the dossier on screen, answers it, sends it, and hears that it is written. */
  async takes(step: string, send: string, answer: (keys: Keyboard) => Promise<void>): Promise<void> {
    await this.opens(step)
    await answer(this.keys)
    await this.stops()
    await this.sends(step, send)
  }

  async opens(step: string): Promise<void> {
    await this.keys.press('link', step)
    await this.sees('heading', step)
    await this.stops()
  }

  async sends(step: string, send: string): Promise<void> {
    // A letter that leaves with the step is read again first, as it will leave.
    await this.settles()
    await this.keys.press('button', send)
    await this.hears(`« ${step} » : inscrit au dossier`)
    await this.sees('heading', /^Dossier \S*\d+$/)
    await this.stops()
  }

  async sees(role: 'heading' | 'link' | 'button' | 'tab' | 'alertdialog', name: string | RegExp): Promise<Locator> {
    return comes(this.page.getByRole(role, { name: typeof name === 'string' ? named(name) : name }))
  }

  async reads(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) await comes(this.page.getByText(text))
  }

  /** What a screen reader says by itself, the focus being elsewhere. */
  async hears(message: string): Promise<void> {
    await comes(this.page.locator(liveRegion).getByText(message))
  }

  /** Chooses a place in the menu, unless it is where signing in led. */
  async enters(place: string, heading: string): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1, name: named(heading) })
    if (!(await title.isVisible())) await this.keys.press('link', place)
    await comes(title)
  }

  /** What the page asks of the server has come. */
  async settles(): Promise<void> {
    await this.page
      .getByText(/^Chargement/)
      .first()
      .waitFor({ state: 'detached' })
  }

  /** What was written is still in the field. */
  async holds(label: string, text: string): Promise<void> {
    const held = await (await comes(this.page.getByRole('textbox', { name: named(label) }))).inputValue()
    if (held !== text) throw new Error(`« ${label} » holds « ${held} » instead of « ${text} »`)
  }

  /** What changes elsewhere is no longer told to this page. */
  async losesTouch(): Promise<void> {
    await this.page.route('**/live*', route => route.abort())
    await this.page.reload()
    await comes(this.page.getByRole('heading', { level: 1 }))
  }

  /** The next answer to this act never comes back: the server has done what it was asked, and cannot say it. */
  async losesTheAnswerTo(act: string): Promise<void> {
    let lost = false
    await this.page.route('**/graphql', async route => {
      if (lost || route.request().postDataJSON().operationName !== act) return route.fallback()
      lost = true
      await route.fetch()
      await route.abort('connectionreset')
    })
  }

  /** The chronology, read afresh, tells this so many times. */
  async tells(words: string, times: number): Promise<void> {
    await this.goes(this.address.replace(/\/etapes\/.*/, ''))
    const told = ((await (await comes(this.#chronology)).textContent()) ?? '').split(words).length - 1
    if (told !== times) throw new Error(`« ${words} » is told ${told} times instead of ${times}`)
  }

  get #chronology(): Locator {
    return this.page.getByRole('list', { name: 'Chronologie du dossier' })
  }

  /** The chronology holds these titles, in this order. */
  async readsInChronology(...titles: string[]): Promise<void> {
    await comes(this.#chronology.getByText(titles.at(-1) ?? ''))
    const told = (await this.#chronology.textContent()) ?? ''
    let from = 0
    for (const title of titles) {
      const at = told.indexOf(title, from)
      if (at < 0) throw new Error(`« ${title} » is not told, or not in its turn, in:\n${told}`)
      from = at + title.length
    }
  }

  /** The page as it stands, wide and narrow: no fault, nothing beyond its edge, and its picture when pictures are asked for. */
  async shows(picture: string, from?: string, part?: Locator): Promise<void> {
    await checkWidths(this.page, picture, from, part)
  }

  /** A stop on the way: the page has no fault, and the focus is on something in sight. */
  async stops(): Promise<void> {
    if (this.#failures[0]) throw this.#failures[0]
    await checkStop(this.page)
  }
}
