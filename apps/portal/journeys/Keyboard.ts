import type { Locator, Page } from 'playwright-core'
import { comes } from './comes.ts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The accessible name of a control, whether or not it says that an answer is required. */
export const named = (name: string) => new RegExp(`^${escaped(name)}( \\(obligatoire\\))?$`)

/** More stops than any page has. */
const farthest = 400
/** Whoever passes a control by, forth and back or page after page, will not stop on it. */
const mostTurns = 6

/** A keyboard and nothing else: what cannot be reached by Tab cannot be used. */
export class Keyboard {
  constructor(
    private readonly page: Page,
    /** Where the controls are looked for: the page, or a part of it. */
    private readonly place: Page | Locator = page,
  ) {}

  /** The same keyboard, whose eyes are on one part of the page. */
  within(part: Locator): Keyboard {
    return new Keyboard(this.page, part)
  }

  /** Moves by Tab, or back by Shift+Tab, until the focus is on the control or inside the group. */
  async reach(candidates: Locator): Promise<Locator> {
    const target = await this.#next(candidates)
    const passed: string[] = []
    let turns = 0
    let way = ''
    for (let stop = 0; stop <= farthest && turns < mostTurns; stop++) {
      const { side, on } = await target.evaluate(element => {
        const { activeElement } = document
        const words = activeElement?.getAttribute('aria-label') ?? activeElement?.id ?? ''
        const here = `${activeElement?.tagName.toLowerCase()} ${words || activeElement?.textContent?.trim().slice(0, 40)}`
        if (element.contains(activeElement)) return { side: 'here', on: here }
        const before = activeElement ? element.compareDocumentPosition(activeElement) : 0
        // Nothing has the focus when the page has just been opened: the way is forward.
        const back = activeElement !== document.body && (before & Node.DOCUMENT_POSITION_FOLLOWING) > 0
        return { side: back ? 'back' : 'forward', on: here }
      })
      if (side === 'here') return target
      if (side !== way || on.startsWith('body')) turns++
      way = side
      passed.push(on)
      await this.page.keyboard.press(side === 'back' ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`${candidates} is never reached by Tab, after:\n${passed.slice(-60).join('\n')}`)
  }

  /** Writes in a field; what was there is replaced. */
  async write(label: string, text: string): Promise<void> {
    const field = await this.reach(this.place.getByRole('textbox', { name: named(label) }))
    if (await field.inputValue()) await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(text)
    const written = await field.inputValue()
    if (written !== text) throw new Error(`« ${label} » holds « ${written} » instead of « ${text} »`)
  }

  /** One answer among a few: Tab to the group, arrows to the answer. */
  async choose(legend: string, answer: string): Promise<void> {
    const group = await this.reach(this.place.getByRole('radiogroup', { name: named(legend) }))
    const radio = group.getByRole('radio', { name: named(answer) })
    const answers = await group.getByRole('radio').count()
    if (!(await radio.isChecked())) await this.page.keyboard.press('Space')
    for (let turn = 0; turn < answers; turn++) {
      if (await radio.isChecked()) return
      await this.page.keyboard.press('ArrowDown')
    }
    throw new Error(`« ${answer} » is not reached by the arrows in « ${legend} »`)
  }

  /** Ticks boxes: of a group when several answer one question, or one that stands alone. */
  async tick(...path: [legend: string, ...boxes: string[]]): Promise<void> {
    const [first, ...boxes] = path
    const group = boxes.length > 0 ? this.place.getByRole('group', { name: named(first) }) : this.place
    for (const name of boxes.length > 0 ? boxes : [first]) {
      const box = await this.reach(group.getByRole('checkbox', { name: named(name) }))
      if (!(await box.isChecked())) await this.page.keyboard.press('Space')
      if (!(await box.isChecked())) throw new Error(`« ${name} » is not ticked by the space bar`)
    }
  }

  /** One answer of a list: Home, then arrows. */
  async select(label: string, answer: string): Promise<void> {
    const list = await this.reach(this.place.getByRole('combobox', { name: named(label) }))
    const shown = () => list.evaluate(element => (element as HTMLSelectElement).selectedOptions[0]?.label)
    const options = list.locator('option')
    await options.getByText(answer, { exact: true }).waitFor({ state: 'attached' })
    if ((await shown()) !== answer) await this.page.keyboard.press('Home')
    for (let turn = 0; turn < (await options.count()); turn++) {
      if ((await shown()) === answer) return
      await this.page.keyboard.press('ArrowDown')
    }
    throw new Error(`« ${answer} » is not reached by the arrows in « ${label} »`)
  }

  /** A date in the browser's own field, whichever part that browser asks first. */
  async date(label: string, day: string): Promise<void> {
    const field = await this.reach(this.place.getByRole('textbox', { name: named(label) }))
    const [year = '', month = '', date = ''] = day.split('-')
    for (const parts of [
      [year, month, date],
      [month, date, year],
      [date, month, year],
    ]) {
      for (let part = 0; part < 3; part++) await this.page.keyboard.press('ArrowLeft')
      await this.page.keyboard.type(parts.join('/'))
      if ((await field.inputValue()) === day) return
    }
    throw new Error(`« ${label} » holds ${await field.inputValue()} instead of ${day}`)
  }

  /** Another view of the same thing: Tab to the views, arrows to the one. */
  async turnTo(tab: string): Promise<void> {
    const views = this.place.getByRole('tablist').filter({ hasText: tab })
    await this.reach(views)
    const view = views.getByRole('tab', { name: tab })
    const selected = async () => (await view.getAttribute('aria-selected')) === 'true'
    for (let turn = 0; turn < (await views.getByRole('tab').count()); turn++) {
      if (await selected()) return
      await this.page.keyboard.press('ArrowRight')
    }
    throw new Error(`« ${tab} » is not reached by the arrows`)
  }

  /** Reaches a button or a link, and presses Enter on it. */
  async press(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    await this.reach(this.place.getByRole(role, { name: typeof name === 'string' ? named(name) : name }))
    await this.page.keyboard.press('Enter')
  }

  /** Of several controls of one name, the first after the focus: the one that a reader on the way meets. */
  async #next(candidates: Locator): Promise<Locator> {
    await comes(candidates)
    const after = await candidates.evaluateAll(elements =>
      elements.findIndex(element => {
        const { activeElement } = document
        if (!activeElement || element.contains(activeElement)) return true
        return (activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
      }),
    )
    return candidates.nth(Math.max(after, 0))
  }
}
