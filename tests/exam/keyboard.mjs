// SPDX-License-Identifier: Apache-2.0
// keyboard.mjs - taking an exam with the keyboard alone. The focus gets everywhere by Tab; each stop must show
// that it has the focus, and must not be covered.

// Runs in the page: the selectors that the focused element matches, and what is wrong with how it is shown.
function focused (selector) {
  const element = document.activeElement
  if (!element || element === document.body) return { there: false, wrong: null }
  const box = element.getBoundingClientRect()
  const rings = [element, element.closest('.pick')].filter(Boolean).map(shown => getComputedStyle(shown))
  const ring = rings.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
  const on = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20))
  const covered = on && !element.contains(on) && !on.contains(element) && !element.labels?.[0]?.contains(on)
  const name = `${element.localName}${element.id ? '#' + element.id : ''} ${element.className}`
  const wrong = !ring ? `no ring: ${name}` : covered ? `covered: ${name} by ${on.localName} ${on.className}` : null
  return { there: element.matches(selector), wrong }
}

export class Keyboard {
  constructor (page) {
    this.page = page
    this.wrong = new Set()
    this.stops = 0
  }

  // Tab to the element, in at most `most` steps.
  async to (selector, { most = 120, back = false } = {}) {
    for (let n = 0; n < most; n++) {
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
      const { there, wrong } = await this.page.evaluate(focused, selector)
      this.stops++
      if (wrong) this.wrong.add(wrong)
      if (there) return
    }
    throw new Error(`the keyboard does not reach ${selector}`)
  }

  async press (selector, key = 'Enter', options) {
    await this.to(selector, options)
    await this.page.keyboard.press(key)
  }

  // Answer the question that is shown; the focus is at its heading.
  async answer (id, type, tokens) {
    const { page } = this
    if (type === 'multiple-choice') {
      // One stop for all of them; the arrows go on from the first.
      await this.press(`#${id} input`, ' ')
      for (let n = 0; n < tokens[0].charCodeAt(0) - 65; n++) await page.keyboard.press('ArrowDown')
    } else if (type === 'multiple-response') {
      for (const letter of tokens) await this.press(`#${id} input[value="${letter}"]`, ' ')
    } else if (type === 'matching') {
      for (const pair of tokens) {
        await this.to(`#${id}-${pair.split('-')[0]}`)
        await page.keyboard.press(pair.split('-')[1])
      }
    } else {
      await this.order(id, tokens)
    }
  }

  // Add the options as they stand, then move each to its place: this takes all the buttons but one.
  async order (id, tokens) {
    for (const letter of [...tokens].sort()) {
      const at = `#${id} .pool [data-letter="${letter}"] [data-do=add]`
      if (!await this.page.evaluate(selector => document.activeElement.matches(selector), at)) {
        await this.page.locator(`#${id}-n`).evaluate(heading => heading.focus())
        await this.to(at)
      }
      await this.page.keyboard.press('Enter')
    }
    const given = [...tokens].sort()
    for (const [place, letter] of tokens.entries()) {
      for (; given.indexOf(letter) > place; given.splice(given.indexOf(letter) - 1, 2, letter, given[given.indexOf(letter) - 1])) {
        const up = `#${id} .sequence [data-letter="${letter}"] [data-do=up]`
        if (!await this.page.evaluate(selector => document.activeElement.matches(selector), up)) {
          await this.page.locator(`#${id}-n`).evaluate(heading => heading.focus())
          await this.to(up)
        }
        await this.page.keyboard.press('Enter')
      }
    }
  }
}
