// SPDX-License-Identifier: Apache-2.0
// keeping.mjs - the clock, and what survives a reload. The browser's clock is ours here.
import { pathToFileURL } from 'node:url'
import { ok, is, plain, open, start, answer, goTo, handIn, saveAnswers } from './lib.mjs'

const MINUTE = 60000
const NOON = new Date('2026-05-01T12:00:00Z')
const time = page => page.textContent('#time').then(plain)
const live = page => page.textContent('#live').then(plain)
const menu = async (page, button) => {
  await page.click('#clock-menu summary')
  await page.click(button)
}

async function clockOf (file) {
  const { page, context, trouble } = await open(file, { clock: NOON })
  await start(page, { candidate: 'C' })
  is(await time(page), '3:00:00', 'clock: it begins with the time limit')
  await page.clock.runFor(61000)
  is(await time(page), '2:58:59', 'clock: it goes')
  const said = new Map()
  for (let minute = 2; minute < 180; minute++) {
    // The hours in between go by in one step.
    const step = minute === 4 ? 84 : minute === 93 ? 74 : 0
    if (step) await page.clock.fastForward(step * MINUTE)
    minute += step
    await page.clock.runFor(MINUTE)
    if (await live(page)) said.set(180 - minute, await live(page))
    await page.locator('#live').evaluate(element => { element.textContent = '' })
  }
  is([...said], [[90, 'Half of the time is over.'], [10, '10 minutes left.'], [5, '5 minutes left.'], [1, '1 minute left.']], 'clock: it is said aloud four times')
  is(await time(page), '0:59', 'clock: minutes and seconds at the end')
  ok(await page.locator('#clock.short').count() === 1, 'clock: the end is marked')
  await menu(page, '#clock-hide')
  is([await time(page), await page.textContent('#clock-hide')], ['hidden', 'Show the clock'], 'clock: it can be hidden')
  await page.click('#clock-hide')
  await page.click('#clock-add')
  is(await time(page), '10:59', 'clock: time can be added')
  await page.click('#clock-pause')
  ok(await page.isVisible('#ask') && !await page.isVisible('#q1'), 'clock: a pause hides the questions')
  await page.clock.runFor(30 * MINUTE)
  await page.click('#ask-yes')
  is(await time(page), '10:59', 'clock: which did not cost time')
  await page.clock.runFor(11 * MINUTE)
  is(plain(await page.textContent('#ask-title')), 'The time is over', 'clock: the end of the time is told')
  await page.click('#ask-no')
  is(await time(page), '10:00', 'clock: and may be put off')
  await page.clock.runFor(10 * MINUTE)
  await page.click('#ask-yes')
  ok(await page.isVisible('#finish-up') && await page.isVisible('#download'), 'clock: or not')
  is(trouble, [], 'clock: no error')
  await context.close()
}

// Where the publisher allows nothing: no pause, no more time, and closing the page does not stop the clock.
async function strictClock (file) {
  const { page, context, trouble } = await open(file, { clock: NOON })
  is(await page.locator('#extra, #clock-pause, #clock-add').count(), 0, 'strict: no extra time, no pause')
  await start(page, { candidate: 'S' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  await page.clock.runFor(MINUTE)
  is(await time(page), '9:00', 'strict: the clock goes')
  await page.close()
  const later = await context.newPage()
  await later.clock.install({ time: NOON })
  await later.clock.pauseAt(new Date(NOON.getTime() + 5 * MINUTE))
  await later.goto(page.url())
  await later.click('#resume-yes')
  is(await time(later), '5:00', 'strict: it went on while the page was closed')
  await later.clock.runFor(5 * MINUTE)
  ok(await later.isVisible('#finish'), 'strict: at the end of the time, the answers are locked')
  await later.click('#ask-yes')
  is((await saveAnswers(later)).row, ['S', 'B', '', '', '', ''], 'strict: and can be saved')
  is(trouble, [], 'strict: no error')
  await context.close()
}

async function extraTime (pages) {
  const { page, context } = await open(pages.extra, { clock: NOON })
  ok((await page.textContent('.facts')).includes('270 min, with extra time'), 'extra time: the first screen tells the publisher\u2019s')
  await start(page, { candidate: 'E', extra: '100' })
  is(await time(page), '9:00:00', 'extra time: the person\u2019s comes on top')
  await context.close()
  const other = await open(pages.candidate, { clock: NOON })
  await start(other.page, { candidate: 'E', extra: 'open' })
  ok(!await other.page.isVisible('#clock'), 'extra time: or there is no limit')
  await other.context.close()
  const untimed = await open(pages.japanese)
  is(await untimed.page.locator('#extra').count(), 0, 'extra time: none where there is no time limit')
  await start(untimed.page, { candidate: 'J' })
  ok(!await untimed.page.isVisible('#clock'), 'extra time: nor a clock')
  await untimed.context.close()
}

async function resuming (pages) {
  const { page, context, trouble } = await open(pages.small, { clock: NOON })
  await start(page, { candidate: 'R', layout: 'one' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  await goTo(page, 'q3')
  await answer(page, 'q3', 'ordering', ['D', 'A'])
  await page.click('#q3 button.flag')
  await goTo(page, 'q4')
  await answer(page, 'q4', 'matching', ['2-C'])
  await page.clock.runFor(2 * MINUTE)
  await page.reload()
  ok(await page.isVisible('#q4'), 'reload: the same question is there')
  is(await time(page), '8:00', 'reload: and the same time')
  is(await page.inputValue('#q4-2'), 'C', 'reload: a pair')
  await goTo(page, 'q3')
  is(await page.locator('#q3 .sequence .offer').evaluateAll(list => list.map(item => item.dataset.letter)), ['D', 'A'], 'reload: an order')
  is(await page.getAttribute('#q3 button.flag', 'aria-pressed'), 'true', 'reload: a flag')
  await goTo(page, 'q1')
  ok(await page.isChecked('#q1 input[value=B]'), 'reload: a choice')
  await page.click('#review-button')
  await page.reload()
  ok(await page.isVisible('#review'), 'reload: the review')

  // Another tab does not take it up unasked; when it does, this one stops.
  const other = await context.newPage()
  await other.goto(page.url())
  ok(await other.isVisible('#resume') && !await other.isVisible('#begin') && !await other.isVisible('#review'), 'another tab: it asks')
  is([await other.textContent('#resume-who'), await other.textContent('#resume-count')].map(plain), ['Candidate: R', 'Answered: 3 of 5'], 'another tab: it says what there is')
  await other.click('#resume-yes')
  ok(await other.isVisible('#review'), 'another tab: it goes on')
  await page.waitForSelector('#ask:visible')
  is(plain(await page.textContent('#ask-title')), 'Open in another tab', 'another tab: the first one stops')
  await page.close()
  await other.reload()
  await other.click('#hand-in')
  await other.click('#ask-yes')
  await other.reload()
  ok(await other.isVisible('#finish') && !await other.isVisible('#q1'), 'reload: the end stays the end')
  is((await saveAnswers(other)).row, ['R', 'B', '', 'D A', '2-C', ''], 'reload: with the answers')
  await other.click('#forget')
  await other.click('#ask-yes')
  await other.waitForSelector('#begin:visible')
  ok(!await other.isVisible('#resume') && await other.inputValue('#candidate') === '', 'the next candidate finds nothing')
  is(await other.evaluate(() => Object.keys(localStorage)), [], 'nor does the browser keep anything')
  is(trouble, [], 'reload: no error')
  await context.close()
}

// What is kept belongs to this very form: another page does not take it up, nor what is damaged.
async function foreign (pages) {
  const { page, context } = await open(pages.small)
  await start(page, { candidate: 'F' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  const [[key, kept]] = await page.evaluate(() => Object.entries(localStorage))
  await page.goto(page.url().replace(pages.small, pages.candidate))
  ok(await page.isVisible('#begin') && !await page.isVisible('#resume'), 'another form does not go on with it')
  for (const [what, value] of [['no JSON', '{'], ['another version', kept.replace('"version":1', '"version":99')], ['no attempt', '7'], ['nothing', 'null'], ['no answers', '{"version":1,"flags":[]}']]) {
    const next = await open(pages.small, { init: `localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(value)})` })
    ok(await next.page.isVisible('#begin') && !await next.page.isVisible('#resume') && !next.trouble.length, `what is kept and is ${what} is not taken up`, ...next.trouble)
    await next.context.close()
  }
  const odd = JSON.stringify({ ...JSON.parse(kept), answers: { q1: ['Z'], q2: ['A', 'A'], q3: ['B', '<b>'], q4: ['1-A', '9-A'], q9: ['A'] }, at: 'q77', page: 'x' })
  const next = await open(pages.small, { init: `localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(odd)})` })
  await next.page.click('#resume-yes')
  await handIn(next.page)
  is((await saveAnswers(next.page)).row, ['F', '', 'A', 'B', '1-A', ''], 'what cannot be an answer is dropped')
  is(next.trouble, [], 'without an error')
  await next.context.close()
  await context.close()
}

// Some browsers keep nothing: the page works, and says so.
async function withoutStorage (file) {
  const init = 'for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get () { throw new DOMException("no", "SecurityError") } })'
  const { page, context, trouble } = await open(file, { init })
  ok(await page.isVisible('#not-kept'), 'no storage: the first screen says so')
  await start(page, { candidate: 'N' })
  await answer(page, 'q1', 'multiple-choice', ['A'])
  const [dialog] = await Promise.all([page.waitForEvent('dialog'), page.evaluate(() => { setTimeout(() => location.reload(), 0) })])
  is(dialog.type(), 'beforeunload', 'no storage: the browser asks before the page goes')
  await dialog.dismiss()
  await handIn(page)
  const asks = async () => {
    const asked = page.waitForEvent('dialog', { timeout: 1500 }).then(async dialog => { await dialog.dismiss(); return true }, () => false)
    await page.evaluate(() => { setTimeout(() => location.reload(), 0) })
    return asked
  }
  ok(await asks() && await page.isVisible('#finish'), 'no storage: also at the end, before the answers were saved')
  ok(await page.isVisible('#unkept'), 'no storage: and it is seen')
  is((await saveAnswers(page)).row, ['N', 'A', '', '', '', ''], 'no storage: the answers can be saved')
  ok(!await page.isVisible('#unkept') && !await asks(), 'no storage: then the page may go')
  is(trouble, [], 'no storage: no error')
  await context.close()
  const again = await open(file, { init })
  const asked = []
  again.page.on('dialog', dialog => { asked.push(dialog.type()); dialog.accept() })
  await start(again.page, { candidate: 'N' })
  await answer(again.page, 'q1', 'multiple-choice', ['A'])
  await handIn(again.page)
  await again.page.click('#forget')
  await again.page.click('#ask-yes')
  await again.page.waitForSelector('#begin:visible')
  is(asked, [], 'no storage: to clear the answers asks once')
  await again.context.close()
}

// Storage that is full for a while: it is seen and heard, tried again, and what is there can always be cleared.
async function fullStorage (file) {
  const full = await open(file, { init: 'Storage.prototype.setItem = function (key, value) { if (value.length > 9) throw new DOMException("full", "QuotaExceededError"); localStorage[key] = value }' })
  await start(full.page, { candidate: 'Q' })
  await full.page.waitForFunction(() => document.getElementById('live').textContent)
  ok((await live(full.page)).startsWith('This browser does not keep answers'), 'full storage: it is said when it happens')
  ok(await full.page.isVisible('#unkept'), 'full storage: and seen')
  await full.context.close()

  const { page, context, trouble } = await open(file, { init: '{ const { setItem } = Storage.prototype; Storage.prototype.setItem = function (key, value) { if (window.full) throw new DOMException("full", "QuotaExceededError"); setItem.call(this, key, value) } }' })
  const kept = () => page.evaluate(() => Object.values(localStorage).map(text => Object.keys(JSON.parse(text).answers)))
  await start(page, { candidate: 'Q' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  await page.evaluate(() => { window.full = true })
  await goTo(page, 'q2')
  await answer(page, 'q2', 'multiple-response', ['A'])
  ok(await page.isVisible('#unkept'), 'full storage: in the middle of the exam it is seen')
  is(await kept(), [['q1']], 'full storage: what was kept before is kept')
  await page.evaluate(() => { window.full = false })
  await goTo(page, 'q4')
  await answer(page, 'q4', 'matching', ['1-A'])
  is([await kept(), await page.isVisible('#unkept')], [[['q1', 'q2', 'q4']], false], 'full storage: it is tried again, and all is well then')
  await page.evaluate(() => { window.full = true })
  await handIn(page)
  await page.click('#forget')
  await page.click('#ask-yes')
  await page.waitForSelector('#begin:visible').catch(() => {})
  ok(await page.isVisible('#begin') && !await page.isVisible('#resume'), 'full storage: what is cleared is not there for the next candidate')
  is([await kept(), trouble], [[], []], 'full storage: nor anywhere')
  await context.close()
}

// The clock is that of the file which is open. What was begun under a clock that one may stop is none of a strict
// exam; more time of a second strict file is given to an attempt that was begun in the first.
async function terms (pages) {
  const { page, context, trouble } = await open(pages.small, { clock: NOON })
  const show = async file => { await page.goto(pathToFileURL(file).href) }
  await start(page, { candidate: 'X', extra: 'open' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  await show(pages.strict)
  ok(await page.isVisible('#begin') && !await page.isVisible('#resume'), 'terms: an attempt without a limit is not taken up under a strict clock')
  await start(page, { candidate: 'Y' })
  await answer(page, 'q1', 'multiple-choice', ['A'])
  await page.clock.runFor(4 * MINUTE)
  is(await time(page), '6:00', 'terms: the strict clock goes')
  await show(pages.strictMore)
  if (await page.isVisible('#resume')) await page.click('#resume-yes')
  is([await time(page), await page.isChecked('#q1 input[value=A]')], ['11:00', true], 'terms: the file with more time gives it, to what was begun in the other')
  await page.reload()
  is(await time(page), '11:00', 'terms: once')
  await show(pages.strict)
  if (await page.isVisible('#resume')) await page.click('#resume-yes')
  is(await time(page), '6:00', 'terms: and the other one takes it back')
  await show(pages.small)
  if (await page.isVisible('#resume')) await page.click('#resume-yes')
  ok(await page.isChecked('#q1 input[value=B]') && !await page.isVisible('#clock'), 'terms: what was begun without a limit is still there, in its own file')
  is(trouble, [], 'terms: no error')
  await context.close()
}

// What a page leaves for the next one in its tab is for an attempt that nobody else has gone on with.
async function tickets (file) {
  const { page, context } = await open(file)
  await start(page, { candidate: 'T' })
  await answer(page, 'q1', 'multiple-choice', ['B'])
  await page.goto('about:blank')
  const other = await context.newPage()
  await other.goto(pathToFileURL(file).href)
  await other.click('#resume-yes')
  await answer(other, 'q1', 'multiple-choice', ['A'])
  await page.goBack()
  ok(await page.isVisible('#resume') && !await page.isVisible('#q1'), 'back in a tab: it asks, when another one has gone on')
  ok(!await other.isVisible('#ask') && await other.isChecked('#q1 input[value=A]'), 'back in a tab: which is not disturbed')
  await context.close()
}

export default async function (pages) {
  await clockOf(pages.candidate)
  await strictClock(pages.strict)
  await extraTime(pages)
  await resuming(pages)
  await foreign(pages)
  await withoutStorage(pages.small)
  await fullStorage(pages.small)
  await terms(pages)
  await tickets(pages.small)
}
