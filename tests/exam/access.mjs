// SPDX-License-Identifier: Apache-2.0
// access.mjs - the page for everyone: axe-core on each screen in each appearance, reading without script, other
// directions and languages, and text that is hard to show.
import { ok, is, plain, open, start, goTo, answer, faults, squeezed, keysOf, browser } from './lib.mjs'

const appearances = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  'at 320 px': { viewport: { width: 320, height: 640 } },
  'at 320 px, text twice as large': { viewport: { width: 320, height: 640 }, text: '200%' },
  'at 390 px, text half larger': { viewport: { width: 390, height: 664 }, text: '150%' }
}

// Each screen of an exam, as it comes; `look` is called at each.
async function tour (page, keys, practice, look) {
  const narrow = page.viewportSize().width < 1000
  await look('the first screen')
  if (!practice) {
    await page.click('#start-button')
    await look('without a name')
  }
  await start(page, practice ? { feedback: 'each' } : { candidate: 'A' })
  for (const { id, type, key } of keys) {
    if (id !== 'q1') await page.locator(`#map a[href="#${id}"]`).evaluate(cell => cell.click())
    await look(`${type}, empty`)
    await answer(page, id, type, type === 'multiple-choice' ? ['B'] : key.slice(0, -1))
    if (type === 'ordering') await page.click(`#${id} button.flag`)
    if (practice) await page.click(`#${id} .check`)
    await look(`${type}, answered`)
  }
  if (narrow) {
    await page.click('#map-button')
    await look('the map')
    await page.keyboard.press('Escape')
  }
  await page.click('#clock-menu summary')
  await look('the clock')
  await page.keyboard.press('Escape')
  await page.locator('#layout-button').evaluate(button => button.click())
  await look('all on one page')
  await page.locator('#review-button').evaluate(button => button.click())
  await look('the review')
  await page.click('#hand-in')
  await look('the dialog')
  await page.click('#ask-yes')
  await page.click('.save summary')
  await look('the end')
}

async function everyScreen (name, file, keys, which = Object.keys(appearances)) {
  for (const appearance of which) {
    const { text, ...options } = appearances[appearance]
    const { page, context, trouble } = await open(file, options)
    if (text) await page.evaluate(size => { document.documentElement.style.fontSize = size }, text)
    const found = []
    let screens = 0
    await tour(page, keys, name === 'practice', async screen => {
      screens++
      found.push(...[...await faults(page), ...text ? await squeezed(page) : []].map(fault => `${screen}: ${fault}`))
    })
    ok(found.length === 0 && screens > 10, `${name}, ${appearance}: ${screens} screens without a fault`, ...found)
    ok(trouble.length === 0, `${name}, ${appearance}: no error`, ...trouble)
    await context.close()
  }
}

async function withoutScript (pages) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  for (const [name, file] of Object.entries({ candidate: pages.candidate, full: pages.full })) {
    const { page } = await open(file, { context })
    is(await page.locator('.question:visible').count(), 75, `no script, ${name}: all questions can be read`)
    ok((await page.innerText('body')).includes('JavaScript, which is turned off'), `no script, ${name}: and it is told why that is all`)
    is(await page.locator('#begin:visible, #bar:visible, #map:visible, #review:visible, #finish:visible, dialog:visible, button:visible').count(), 0, `no script, ${name}: nothing is there that would not work`)
    await page.close()
  }
  const { page } = await open(pages.full, { context })
  await page.click('#q1-f summary')
  ok(await page.isVisible('#q1 .reasons'), 'no script, full: explanations can be opened')
  await context.close()
}

// Nothing traps the keyboard: Tab goes on to the end of the page and leaves it, on each screen.
async function noTrap (file) {
  const { page, context } = await open(file)
  const walk = async () => {
    const seen = []
    await page.evaluate(() => document.activeElement.blur())
    for (let n = 0; n < 200; n++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => document.activeElement === document.body ? null : document.activeElement.outerHTML.slice(0, 90))
      if (!at || (seen.length > 1 && at === seen[0])) return seen.length
      seen.push(at)
    }
    return -1
  }
  ok(await walk() > 3, 'no trap: the first screen')
  await start(page, { candidate: 'K' })
  for (const id of ['q1', 'q2', 'q3', 'q4']) {
    await goTo(page, id)
    ok(await walk() > 8, `no trap: ${id}`)
  }
  await page.click('#review-button')
  ok(await walk() > 4, 'no trap: the review')
  await context.close()
}

async function otherWay (pages) {
  const { page, context } = await open(pages.arabic)
  is(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl'], 'Arabic: the page is from right to left')
  await start(page, { candidate: 'سارة' })
  const boxes = await page.evaluate(() => ['#q1 .option input', '#q1 .option .text', '#map'].map(selector => document.querySelector(selector).getBoundingClientRect().x))
  ok(boxes[0] > boxes[1] && boxes[2] < 400, 'Arabic: buttons stand on the right, the map on the left', boxes)
  is(await page.evaluate(() => getComputedStyle(document.querySelector('#q1 .stem pre')).direction), 'ltr', 'Arabic: code runs from left to right')
  is(plain(await page.getAttribute('#map a[href="#q1"]', 'aria-label')), 'السؤال 1: بلا إجابة', 'Arabic: states are told in Arabic')
  await page.click('#review-button')
  is(plain(await page.textContent('#review-warning span')), '4 أسئلة بلا إجابة أو إجابتها غير مكتملة، وستُحسب خطأً.', 'Arabic: in the plural for four')
  await goTo(page, 'q1').catch(() => page.click('#review-back'))
  await answer(page, 'q1', 'multiple-choice', ['A'])
  await goTo(page, 'q2')
  await answer(page, 'q2', 'multiple-response', ['A', 'C'])
  await page.click('#review-button')
  is(plain(await page.textContent('#review-warning span')), 'سؤالان بلا إجابة أو إجابتهما غير مكتملة، وسيُحسبان خطأً.', 'Arabic: and in the dual')
  await context.close()
  const fallback = await open(pages.finnish)
  is(await fallback.page.evaluate(() => [document.documentElement.lang, document.getElementById('begin').closest('[lang]').lang, document.getElementById('start-button').textContent]),
    ['fi', 'en', 'Start the exam'], 'a language that is not there: the page speaks English, and says so')
  await fallback.context.close()
}

// Hostile and heavy text: shown as it is, and nothing of it runs.
async function hardText (pages) {
  for (const width of [1280, 320]) {
    const { page, context, trouble } = await open(pages.hard, { viewport: { width, height: 800 } })
    await start(page, { layout: 'all', feedback: 'end' })
    const text = await page.innerText('#q1')
    for (const words of ['Template {{7*7}} and {{{8*8}}}', '<script>alert(1)</script> &amp; "quoted"', ']]> <b>]]&gt;</b>']) {
      ok(text.includes(words), `hard text at ${width} px: ${words}`, text)
    }
    is(await page.locator('#q2 .stem :is(table, ul, ol, blockquote, figure, pre)').count() > 8, true, `hard text at ${width} px: tables, lists, figures`)
    ok(await page.locator('#q3 :is(.stem, .options) math').evaluateAll(list => list.length > 5 && list.every(math => math.getBoundingClientRect().width > 0)), `hard text at ${width} px: formulas`)
    ok(await page.locator('#q2 img').evaluateAll(list => list.length > 3 && list.every(img => img.complete && img.naturalWidth > 0)), `hard text at ${width} px: pictures`)
    is(await faults(page).then(list => list.filter(fault => !/^(image-alt|image-redundant-alt|empty-table-header|scrollable-region)/.test(fault))), [], `hard text at ${width} px: no fault but the bank\u2019s own`)
    is(trouble, [], `hard text at ${width} px: no error`)
    await context.close()
  }
  const { page, context, trouble } = await open(pages.heavy, { viewport: { width: 360, height: 800 } })
  await start(page, { candidate: 'H' })
  is(await page.evaluate(() => document.querySelector('#q1 pre').textContent.length), 100000, 'a line of 100 kB: all of it is there')
  ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360), 'a line of 100 kB: it does not widen the page')
  await answer(page, 'q1', 'multiple-choice', ['A'])
  is(await page.locator('#q1 input:checked').getAttribute('value'), 'A', 'a line of 100 kB: the question can be answered')
  ok(await page.evaluate(() => {
    const after = document.querySelector('#q1 .option .mark').getBoundingClientRect()
    return getComputedStyle(document.querySelector('#q1 .option .mark')).unicodeBidi === 'isolate' && after.width > 0
  }), 'an override of the direction ends with its option')
  is(trouble, [], 'a line of 100 kB: no error')
  await context.close()
}

export default async function (pages) {
  await everyScreen('exam', pages.small, keysOf(pages.smallFull))
  await everyScreen('practice', pages.smallFull, keysOf(pages.smallFull), ['dark', 'forced colours', 'at 320 px', 'at 320 px, text twice as large', 'at 390 px, text half larger'])
  await everyScreen('Arabic', pages.arabic, keysOf(pages.arabicFull), ['light', 'at 320 px', 'at 320 px, text twice as large'])
  await everyScreen('French', pages.fr, keysOf(pages.frFull), ['at 320 px'])
  await everyScreen('German', pages.de, keysOf(pages.deFull), ['at 320 px, text twice as large'])
  await everyScreen('Hebrew', pages.he, keysOf(pages.heFull), ['light', 'at 320 px'])
  await withoutScript(pages)
  await noTrap(pages.small)
  await otherWay(pages)
  await hardText(pages)
}
