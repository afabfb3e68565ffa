// SPDX-License-Identifier: Apache-2.0
// drivers.mjs - how a candidate answers in each player: with the mouse.

async function drag (page, from, to) {
  await from.scrollIntoViewIfNeeded()
  const start = await from.boundingBox()
  const first = await to.boundingBox()
  if (!start || !first) throw new Error('nothing to drag, or no target')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + start.width / 2 + 6, start.y + start.height / 2 + 6, { steps: 3 })
  const end = await to.boundingBox() || first // targets may move when a drag begins
  const y = end.y + end.height / 2
  await page.mouse.move(end.x + end.width / 2, y + 4, { steps: 12 })
  await page.waitForTimeout(60)
  await page.mouse.move(end.x + end.width / 2, y, { steps: 4 })
  await page.waitForTimeout(60)
  await page.mouse.up()
  await page.waitForTimeout(350)
}

const quote = text => '"' + text.replace(/["\\]/g, '\\$&') + '"'

const ampup = {
  async 'qti-choice-interaction' (page, given) {
    for (const id of given) await page.locator(`li.qti-simple-choice[data-identifier=${quote(id)}]`).click()
  },
  async 'qti-order-interaction' (page, given) {
    for (const [n, id] of given.entries()) {
      await drag(page, page.locator(`.qti-order-source-wrapper .draggable[data-identifier=${quote(id)}]`),
        page.locator('.qti-order-target-wrapper > li.target').nth(n))
    }
  },
  async 'qti-match-interaction' (page, given) {
    for (const pair of given) {
      const [row, column] = pair.split(' ')
      const index = (set, id) => page.evaluate(([s, i]) => window.h.setIndex(s, i), [set, id])
      await page.locator('table.matchtabular tbody tr').nth(await index(0, row)).locator('.control-cell').nth(await index(1, column)).click()
    }
  },
  async 'qti-gap-match-interaction' (page, given) {
    const root = '.qti-gap-match-interaction'
    for (const pair of given) {
      const [text, gap] = pair.split(' ').map(quote)
      await drag(page, page.locator(`${root} [data-identifier=${text}].draggable, ${root} [data-identifier=${text}] .draggable`).first(),
        page.locator(`${root} .target[data-identifier=${gap}], .qti-gap[data-identifier=${gap}]`).first())
    }
  }
}

const citolab = {
  async 'qti-choice-interaction' (page, given) {
    for (const id of given) await page.locator(`qti-simple-choice[identifier=${quote(id)}]`).click()
  },
  async 'qti-order-interaction' (page, given) {
    for (const [n, id] of given.entries()) {
      await drag(page, page.locator(`qti-order-interaction > qti-simple-choice[identifier=${quote(id)}]`),
        page.locator(`qti-order-interaction drop-list[identifier="droplist${n}"]`))
    }
  },
  async 'qti-match-interaction' (page, given) {
    for (const pair of given) await page.locator(`qti-match-interaction input[value=${quote(pair)}]`).click()
  },
  async 'qti-gap-match-interaction' (page, given) {
    for (const pair of given) {
      const [text, gap] = pair.split(' ').map(quote)
      await drag(page, page.locator(`qti-gap-text[identifier=${text}]`).first(), page.locator(`qti-gap[identifier=${gap}]`))
    }
  }
}

export const players = {
  ampup: { page: '/pages/ampup.html', answer: ampup },
  citolab: { page: '/pages/citolab.html', answer: citolab }
}
