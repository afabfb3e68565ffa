// SPDX-License-Identifier: Apache-2.0
// candidate.mjs - the whole example form, taken by keyboard and by mouse, and the file of answers.
import { ok, is, plain, open, keysOf, start, shown, goTo, answer, handIn, saveAnswers } from './lib.mjs'
import { Keyboard } from './keyboard.mjs'

async function byKeyboard (file, keys) {
  const { page, context, trouble } = await open(file)
  const keyboard = new Keyboard(page)

  await keyboard.press('#start-button')
  ok(await page.isVisible('#candidate-error') && await page.isVisible('#begin'), 'keyboard: it does not begin without a name, and says so')
  is(await page.evaluate(() => [document.activeElement.id, document.activeElement.getAttribute('aria-invalid')]), ['candidate', 'true'], 'keyboard: the focus is where the name goes')
  await page.keyboard.type('Jane Doe')
  await page.keyboard.press('Enter')
  is(await page.evaluate(() => document.activeElement.id), 'q1-n', 'keyboard: the first question is focused')
  for (const [n, { id, type, key }] of keys.entries()) {
    await keyboard.answer(id, type, key)
    if (n === 4) await keyboard.press(`#${id} button.flag`, 'Enter', { back: true })
    await keyboard.press(n < keys.length - 1 ? '#next' : '#last')
  }
  is(plain(await page.textContent('#review-warning span')), 'Every question is answered.', 'keyboard: the review says that all is answered')
  is(await page.evaluate(() => document.activeElement.id), 'review-title', 'keyboard: the review is focused')
  is(plain(await page.locator('#review-table tbody tr').nth(4).locator('.state').textContent()), 'Answered, flagged', 'keyboard: the flag is told in words')
  await keyboard.press('#hand-in')
  await keyboard.press('#ask-no')
  ok(await page.isVisible('#review'), 'keyboard: one can go back from the end')
  await page.keyboard.press('Shift+Tab')
  await keyboard.press('#hand-in')
  await page.keyboard.press('Escape')
  ok(await page.isVisible('#review') && !await page.isVisible('#ask'), 'keyboard: Escape too')
  await keyboard.press('#hand-in', 'Enter', { back: true }).catch(() => page.focus('#hand-in').then(() => page.keyboard.press('Enter')))
  await keyboard.press('#ask-yes')
  const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('#download')])
  is(download.suggestedFilename(), 'aip-c01-A-1-Jane-Doe.csv', 'keyboard: the file is named by the form and the candidate')
  const saved = await saveAnswers(page)
  is(saved.head, ['candidate', ...keys.map(question => question.id)], 'keyboard: the header')
  is(saved.row, ['Jane Doe', ...keys.map(question => question.key.join(' '))], 'keyboard: all 75 answers, as they were given')
  is(saved.rows, 2, 'keyboard: one row')
  ok([...keyboard.wrong].length === 0, `keyboard: ${keyboard.stops} stops show the focus, and none is covered`, ...keyboard.wrong)
  is(trouble, [], 'keyboard: no error, nothing asked for')
  await context.close()
}

// Other answers than the key, of each kind: too few, too many, none.
async function byMouse (file, keys) {
  const { page, context, trouble } = await open(file)
  const given = {}

  await start(page, { candidate: 'M' })
  for (const [n, { id, type, key }] of keys.entries()) {
    const tokens = type === 'multiple-choice' ? ['C'] : type === 'multiple-response' ? ['A', 'B', 'C'].slice(0, n % 2 ? 1 : 3) : type === 'ordering' ? [...key].reverse() : key.slice(1)
    if (n % 5 !== 3) {
      await answer(page, id, type, tokens)
      given[id] = tokens
    }
    if (n % 7 === 0) await page.click(`#${id} button.flag`)
    await page.click(n < keys.length - 1 ? '#next' : '#last')
  }
  const open75 = keys.filter(({ id, key }) => (given[id] || []).length < key.length).length
  const over75 = keys.filter(({ id, key }) => (given[id] || []).length > key.length).length
  is(plain(await page.textContent('#review-warning span')), `${open75} questions are unanswered or incomplete. They would count as wrong. ${over75} questions have too many options chosen. They would count as wrong.`, 'mouse: the review warns')
  await page.selectOption('#filter', 'over')
  is((await page.locator('#review-table tbody .state').allTextContents()).map(text => plain(text).split(',')[0]), Array(over75).fill('Too many'), 'mouse: it lists what has too many, and says so')
  await page.selectOption('#filter', 'open')
  is(await page.locator('#review-table tbody tr').count(), open75, 'mouse: it lists what is open')
  await page.selectOption('#filter', 'flagged')
  is(await page.locator('#review-table tbody tr').count(), 11, 'mouse: it lists what is flagged')
  await page.locator('#review-table tbody button').nth(1).click()
  ok(await page.isVisible('#q8') && !await page.isVisible('#q1'), 'mouse: a number leads to its question')

  // Changing one's mind.
  const { id: order, key } = keys.find(question => question.type === 'ordering' && given[question.id])
  await goTo(page, order)
  const press = (letter, what) => page.click(`#${order} .sequence [data-letter="${letter}"] [data-do=${what}]`)
  const wanted = [...given[order]]
  await press(wanted[0], 'down')
  wanted.splice(0, 2, wanted[1], wanted[0])
  await press(wanted.at(-1), 'up')
  wanted.push(wanted.splice(-2, 1)[0])
  await press(wanted[1], 'remove')
  const [taken] = wanted.splice(1, 1)
  ok(plain(await page.textContent(`#${order}-c`)) === `Chosen: ${key.length - 1} of ${key.length}`, 'mouse: an order that lacks one says so')
  await page.locator(`#${order} .pool [data-letter="${taken}"] .mark`).dragTo(page.locator(`#${order} .sequence .offer`).first(), { targetPosition: { x: 40, y: 2 } })
  wanted.unshift(taken)
  given[order] = wanted
  is(await page.locator(`#${order} .sequence .offer`).evaluateAll(list => list.map(item => item.dataset.letter)), wanted, 'mouse: options are moved, removed, dragged to their place')
  const single = keys.find(question => question.type === 'multiple-choice' && given[question.id]).id
  await goTo(page, single)
  await page.click(`#${single} .clear`)
  delete given[single]
  is(await page.locator(`#${single} input:checked`).count(), 0, 'mouse: an answer is cleared')
  is(plain(await page.textContent(`#${single}-state`)).split(',')[0], 'Not answered', 'mouse: and is told to be none')
  const many = keys.find(question => question.type === 'multiple-response' && given[question.id]?.length > question.key.length)
  await goTo(page, many.id)
  is(plain(await page.textContent(`#${many.id}-c`)), `Chosen: 3 of ${many.key.length}. Remove 1.`, 'mouse: too many are taken, and said to be too many')
  is([plain(await page.textContent(`#${many.id}-state`)), plain(await page.getAttribute(`#map a[href="#${many.id}"]`, 'aria-label'))].map(text => text.includes('Too many')), [true, true], 'mouse: also by the state, in the text and in the map')
  await handIn(page)
  const saved = await saveAnswers(page)
  is(saved.row, ['M', ...keys.map(({ id }) => (given[id] || []).join(' '))], 'mouse: the file has what was given, and nothing for what was not')
  is(await page.inputValue('#csv'), saved.text.replaceAll('\r\n', '\n'), 'mouse: the page shows the text of the file')
  is(trouble, [], 'mouse: no error, nothing asked for')
  await context.close()
}

async function byTouch (file, keys) {
  const { page, context, trouble } = await open(file, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  const some = ['multiple-choice', 'multiple-response', 'ordering', 'matching'].map(type => keys.find(question => question.type === type))

  await page.fill('#candidate', 'T')
  await page.tap('#start-button')
  for (const { id, type, key } of some) {
    await page.tap('#map-button')
    await page.tap(`#map a[href="#${id}"]`)
    await answer(page, id, type, key, true)
    is(plain(await page.textContent(`#${id}-state`)), 'Answered', `touch: ${type}`)
  }
  await page.tap('#map-button')
  ok(await page.isVisible('#map') && await page.evaluate(() => document.getElementById('main').inert), 'touch: the map opens over the rest')
  await page.tap('#map-close')
  ok(!await page.isVisible('#map') && !await page.evaluate(() => document.getElementById('main').inert), 'touch: and closes')
  await handIn(page)
  const { row } = await saveAnswers(page)
  is(some.map(({ id }) => row[Number(id.slice(1))]), some.map(({ key }) => key.join(' ')), 'touch: the answers are in the file')
  is(trouble, [], 'touch: no error, nothing asked for')
  await context.close()
}

// All questions on one page, and from one layout to the other.
async function onOnePage (file, keys) {
  const { page, context, trouble } = await open(file)
  await start(page, { candidate: 'P', layout: 'all' })
  is(await page.locator('.question:visible').count(), keys.length, 'one page: all questions are there')
  await goTo(page, 'q40')
  ok(await page.locator('#q40').evaluate(article => article.getBoundingClientRect().top < 200), 'one page: the map goes to a question')
  await answer(page, 'q40', keys[39].type, keys[39].key)
  const current = () => page.locator('#map a[aria-current]').evaluateAll(cells => cells.map(cell => cell.hash))
  await answer(page, 'q9', keys[8].type, keys[8].key)
  is(await current(), ['#q9'], 'one page: the map marks the question that one answers')
  await page.locator('#q40 .flag').focus()
  is(await current(), ['#q40'], 'one page: and the one where the keyboard is')
  await page.click('#layout-button')
  is(await page.locator('.question:visible').count(), 1, 'one page: back to one at a time')
  is(await shown(page).getAttribute('id'), 'q40', 'one page: at the same question')
  is(await page.locator('#map a[aria-current]').count(), 1, 'one page: which the map marks')
  is(await page.getAttribute('#map a[href="#q40"]', 'aria-label').then(plain), 'Question 40: Answered', 'one page: and whose state it says in words')
  is(trouble, [], 'one page: no error, nothing asked for')
  await context.close()
}

// An order with more options than are asked for: said aloud, and a state of its own.
async function tooLong (file) {
  const { page, context } = await open(file)
  await start(page, { candidate: 'O' })
  await goTo(page, 'q3')
  const need = Number(await page.getAttribute('#q3', 'data-need'))
  const offers = await page.locator('#q3 .pool .offer').evaluateAll(list => list.map(offer => offer.dataset.letter))
  ok(offers.length > need, 'too long: there are more options than are asked for')
  await answer(page, 'q3', 'ordering', offers)
  const [n, over, last] = [offers.length, offers.length - need, offers.at(-1)]
  await page.waitForFunction(() => document.getElementById('live').textContent)
  is(plain(await page.textContent('#live')), `${last} is now number ${n} of ${n}. Chosen: ${n} of ${need}. Remove ${over}.`, 'too long: it is said aloud')
  is([await page.textContent('#q3-c'), await page.textContent('#q3-state'), await page.getAttribute('#map a[href="#q3"]', 'aria-label')].map(plain),
    [`Chosen: ${n} of ${need}. Remove ${over}.`, 'Too many', 'Question 3: Too many'], 'too long: in the text, the state and the map')
  await context.close()
}

// What a candidate may be called, and what becomes of it.
async function names (file) {
  for (const [name, field, named] of [
    ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`, 'HYPERLINK-http-x-y'],
    ['+49 170', "'+49 170", '49-170'],
    ['-1', "'-1", '1'],
    ['@SUM(A1)', "'@SUM(A1)", 'SUM-A1'],
    ['＝1+1', "'＝1+1", '1-1'],
    ["'quoted", "''quoted", 'quoted'],
    ["O'Brien, \"Jo\"", "O'Brien, \"Jo\"", 'O-Brien-Jo'],
    ['  A\t1;2  ', 'A 1;2', 'A-1-2'],
    ['محمد علي', 'محمد علي', 'محمد-علي'],
    ['evil\u202egnp.exe', 'evilgnp.exe', 'evilgnp-exe'],
    ['../../x', '../../x', 'x'],
    ['…', '…', 'answers']
  ]) {
    const { page, context } = await open(file)
    await start(page, { candidate: name })
    await handIn(page)
    const saved = await saveAnswers(page)
    is([saved.row[0], saved.name], [field, `small-A-1-${named}.csv`], `the candidate ${JSON.stringify(name)}`)
    if (/[,;"]/.test(field)) ok(saved.text.includes(`\n"${field.replaceAll('"', '""')}",`), 'is in quotation marks')
    await context.close()
  }
}

export default async function (pages) {
  const keys = keysOf(pages.full)
  await byKeyboard(pages.candidate, keys)
  await byMouse(pages.candidate, keys)
  await byTouch(pages.candidate, keys)
  await onOnePage(pages.candidate, keys)
  await tooLong(pages.small)
  await names(pages.small)
}
