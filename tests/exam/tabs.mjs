// SPDX-License-Identifier: Apache-2.0
// tabs.mjs - an exam in two tabs: one of them writes at any time, the other one says so, and no answer is lost. With
// the browser's locks and, as in a browser that has none, without.
import { ok, is, plain, open as openPage, start, answer, goTo, handIn, saveAnswers, browser } from './lib.mjs'

const text = (page, selector) => page.textContent(selector).then(plain)
const elsewhere = page => page.waitForFunction(() => document.getElementById('ask').open && document.getElementById('ask-title').textContent === 'Open in another tab').then(() => true, () => false)
const storedAnswers = page => page.evaluate(() => Object.values(localStorage).map(kept => JSON.parse(kept).answers))

// A browser of its own; `init` runs in all its pages.
async function open (file, { init, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options })
  if (init) await context.addInitScript(init)
  return openPage(file, { context })
}

async function another (context, page) {
  const other = await context.newPage()
  other.setDefaultTimeout(8000)
  await other.goto(page.url())
  return other
}

// The second tab was opened when there was one answer; it goes on with all that came afterwards.
async function staleOffer (file, options, how) {
  const { page, context, trouble } = await open(file, options)
  await start(page, { candidate: 'T' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  const other = await another(context, page)
  is(await text(other, '#resume-count'), 'Answered: 1 of 5', `${how}: the second tab tells what there is`)
  await goTo(page, 'q2')
  await answer(page, 'q2', 'multiple-response', ['A', 'C'])
  await other.waitForFunction(() => /2/.test(document.getElementById('resume-count').textContent)).catch(() => {})
  is(await text(other, '#resume-count'), 'Answered: 2 of 5', `${how}: and what there is later`)
  // Even what it was not told of.
  await other.evaluate(() => addEventListener('storage', event => event.stopImmediatePropagation(), true))
  await goTo(page, 'q4')
  await answer(page, 'q4', 'matching', ['2-C'])
  await other.click('#resume-yes')
  ok(await elsewhere(page), `${how}: the first one stops at once, and says why`)
  await handIn(other)
  is((await saveAnswers(other)).row, ['T', 'B', 'A C', '', '2-C', ''], `${how}: no answer is lost`)
  is(trouble, [], `${how}: no error`)
  await context.close()
}

// The second tab stands at the first screen, and knows of no attempt.
async function lateStart (file, options, how) {
  const { page, context } = await open(file, options)
  const other = await another(context, page)
  // It has not heard of the first one.
  await other.evaluate(() => { const { getItem } = Storage.prototype; window.deaf = true; Storage.prototype.getItem = function (key) { return window.deaf ? null : getItem.call(this, key) } })
  await start(page, { candidate: 'First' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  await other.waitForTimeout(200)
  ok(await other.isVisible('#begin'), `${how}: the second tab stands at the first screen`)
  await other.evaluate(() => { window.deaf = false })
  await start(other, { candidate: 'Second' })
  is([await other.isVisible('#resume'), await other.isVisible('#begin'), await text(other, '#resume-who')], [true, false, 'Candidate: First'], `${how}: to start there offers what was begun`)
  is(await other.evaluate(() => document.activeElement.id), 'resume-title', `${how}: and the keyboard is there`)
  is(await storedAnswers(page), [{ q1: ['B'] }], `${how}: which is still kept`)
  // Discarded and begun anew: the question comes once, and the first tab does not write any more.
  await other.click('#resume-no')
  await other.click('#ask-no')
  ok(await other.isVisible('#resume') && !await other.isVisible('#ask'), `${how}: not to discard it leaves it there`)
  await other.click('#resume-no')
  await other.click('#ask-yes')
  ok(await other.isVisible('#begin') && !await other.isVisible('#ask') && await elsewhere(page), `${how}: to discard it stops the first tab`)
  await start(other, { candidate: 'Second' })
  await answer(other, 'q1', 'multiple-choice', ['A'])
  await page.click('#ask-yes')
  await page.waitForSelector('#resume:visible')
  is([await text(page, '#resume-who'), await storedAnswers(page)], ['Candidate: Second', [{ q1: ['A'] }]], `${how}: and what is begun then is kept`)
  // When the attempt ends and is cleared, the tab that offers it offers a beginning.
  await handIn(other)
  await other.click('#forget')
  await other.click('#ask-yes')
  await page.waitForSelector('#begin:visible').catch(() => {})
  ok(await page.isVisible('#begin') && !await page.isVisible('#resume'), `${how}: what was cleared is offered no longer`)
  await context.close()
}

// A tab that is duplicated has the same sessionStorage, and is another tab for all that.
async function duplicate (file, options, how) {
  const { page, context } = await open(file, options)
  await start(page, { candidate: 'D' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  await page.evaluate(() => sessionStorage.setItem('copied', 'yes'))
  const [copy] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => { window.open(location.href) })])
  await copy.waitForSelector('body[data-screen]')
  is(await copy.evaluate(() => sessionStorage.copied), 'yes', `${how}: the duplicate has what the tab has`)
  ok(await copy.isVisible('#resume') && !await copy.isVisible('#q1'), `${how}: it asks`)
  await goTo(page, 'q2')
  await answer(page, 'q2', 'multiple-response', ['A'])
  await copy.click('#resume-yes')
  ok(await elsewhere(page), `${how}: when it goes on, the first one stops`)
  await goTo(copy, 'q4')
  await answer(copy, 'q4', 'matching', ['2-C'])
  // The first one does nothing more, not even when it goes.
  await page.goto('about:blank')
  await copy.reload()
  ok(await copy.isVisible('#q4'), `${how}: the duplicate goes on after a reload, unasked`)
  is(await storedAnswers(copy), [{ q1: ['B'], q2: ['A'], q4: ['2-C'] }], `${how}: no answer is lost`)
  await context.close()
}

// Another tab takes over while this one is paused: its clock stays, and it goes without a question of the browser.
async function paused (file) {
  const { page, context } = await open(file)
  const asked = []
  page.on('dialog', dialog => { asked.push(dialog.type()); dialog.accept() })
  await start(page, { candidate: 'P' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  await page.click('#clock-menu summary')
  await page.click('#clock-pause')
  const other = await another(context, page)
  await other.click('#resume-yes')
  ok(await elsewhere(page), 'paused: the dialog says that another tab goes on')
  const time = await text(page, '#time')
  await page.waitForTimeout(2500)
  is([await text(page, '#time'), await page.isVisible('#q1')], [time, false], 'paused: the clock does not go, the questions stay hidden')
  await page.click('#ask-yes')
  await page.waitForSelector('#resume:visible')
  is(asked, [], 'paused: it can be left without a question')
  await context.close()
}

// One screen of a phone has the offer on it.
async function phone (file) {
  const { page, context } = await open(file, { viewport: { width: 390, height: 664 } })
  await start(page, { candidate: 'A rather long name of a candidate' })
  const other = await another(context, page)
  const { bottom, focus } = await other.evaluate(() => ({ bottom: scrollY + document.getElementById('resume-yes').getBoundingClientRect().bottom, focus: document.activeElement.id }))
  ok(bottom < 664, 'phone: to continue is on the first screen', bottom)
  is(focus, 'resume-title', 'phone: and the focus is there')
  await context.close()
}

// A page that hears nothing from the storage has the lock to go by.
async function lockAlone (file) {
  const { page, context } = await open(file, { init: 'addEventListener("storage", event => event.stopImmediatePropagation(), true)' })
  await start(page, { candidate: 'L' })
  const other = await another(context, page)
  await other.click('#resume-yes')
  await page.waitForTimeout(1000) // before the clock saves
  ok(await page.isVisible('#ask'), 'lock: the first tab stops at once')
  await context.close()
}

// What could not be kept is not given up because another tab goes on.
async function unkept (file) {
  const { page, context } = await open(file)
  const asked = []
  page.on('dialog', dialog => { asked.push(dialog.type()); dialog.dismiss() })
  await start(page, { candidate: 'U' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } })
  await goTo(page, 'q2')
  await answer(page, 'q2', 'multiple-response', ['A', 'C'])
  const other = await another(context, page)
  await other.click('#resume-yes')
  ok(await elsewhere(page), 'unkept: the first tab stops')
  await page.click('#ask-yes')
  await page.waitForTimeout(300)
  is([asked, await page.isVisible('#ask')], [['beforeunload'], true], 'unkept: but does not go before it has asked')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#ask-no')])
  ok(download.suggestedFilename().endsWith('.csv'), 'unkept: what only it has can be saved')
  ok(!await page.isVisible('#ask-no'), 'unkept: once')
  await page.click('#ask-yes')
  await page.waitForSelector('#resume:visible')
  is(asked, ['beforeunload'], 'unkept: and then it goes')
  await context.close()
}

export default async function (pages) {
  for (const [how, options] of [['tabs', {}], ['tabs without locks', { init: 'Object.defineProperty(Navigator.prototype, "locks", { value: undefined })' }]]) {
    await staleOffer(pages.small, options, `${how}, stale`)
    await lateStart(pages.small, options, `${how}, late`)
    await duplicate(pages.small, options, `${how}, duplicated`)
  }
  await lockAlone(pages.small)
  await paused(pages.small)
  await phone(pages.candidate)
  await unkept(pages.small)
}
