// SPDX-License-Identifier: Apache-2.0
// practice.mjs - the practice exam of the full view: feedback, and a result that is computed here once more.
import { ok, is, plain, open, keysOf, start, goTo, answer, handIn, saveAnswers } from './lib.mjs'

// Each third wrong, each seventh not answered: among those that count and those that do not.
const plan = (question, n) => n % 7 === 5 ? [] : n % 3 === 1 ? wrong(question) : question.key
const wrong = ({ type, key }) => type === 'multiple-choice'
  ? [key[0] === 'A' ? 'B' : 'A']
  : type === 'multiple-response' ? [...key.slice(1), ['A', 'B', 'C', 'D', 'E'].find(letter => !key.includes(letter))].sort() : type === 'ordering' ? [...key].reverse() : [...key.slice(0, -1), key.at(-1).replace(/.$/, letter => letter === 'A' ? 'B' : 'A')]
const share = (right, total) => Math.floor(1000 * right / total + 1e-9) / 10 + '%'
const text = (page, selector) => page.textContent(selector).then(plain)

async function wholeForm (file, keys) {
  const { page, context, trouble } = await open(file)
  ok(await page.isVisible('#practice-title') && (await text(page, '.practice')).startsWith('Practice exam'), 'practice: the first screen says what it is')
  is(await page.locator('#candidate').count(), 0, 'practice: it asks for no name')
  await start(page, { feedback: 'end' })
  is(await page.locator('.feedback:visible, .check:visible').count(), 0, 'practice: no feedback before the end')
  for (const [n, question] of keys.entries()) {
    await answer(page, question.id, question.type, plan(question, n))
    if (n < keys.length - 1) await page.click('#next')
  }
  await handIn(page)
  const scored = keys.map((question, n) => ({ ...question, n })).filter(question => question.scored)
  const right = scored.filter(({ n }) => n % 7 !== 5 && n % 3 !== 1)
  is(scored.length, 65, 'practice: 65 questions count')
  is(await text(page, '#percent'), share(right.length, 65), 'practice: the percentage')
  is(await text(page, '#sum'), `Correct: ${right.length} of 65`, 'practice: how many are right')
  is(await text(page, '#target'), 'Below the target of 80%', 'practice: against the target')
  is(await text(page, '#left-out'), '10 unscored questions are left out.', 'practice: unscored ones are left out')
  const domains = [...new Set(keys.map(question => question.domain))].sort()
  const of = (list, domain) => list.filter(question => question.domain === domain).length
  is(await page.locator('#domains tbody tr').evaluateAll(rows => rows.map(row => [row.dataset.domain, row.cells[1].textContent, row.cells[2].textContent])),
    domains.map(domain => [domain, `${of(right, domain)} / ${of(scored, domain)}`, share(of(right, domain), of(scored, domain))]), 'practice: by domain')
  const verdict = ({ scored, n }) => (n % 7 === 5 ? 'Not answered' : n % 3 === 1 ? 'Not correct' : 'Correct') + (scored ? '' : ', unscored')
  is((await page.locator('#finish-table tbody td.verdict').allTextContents()).map(plain), keys.map((question, n) => verdict({ ...question, n })), 'practice: each question')
  is((await saveAnswers(page)).row, ['', ...keys.map((question, n) => plan(question, n).join(' '))], 'practice: the file of answers, without a name')

  await page.click('#look')
  ok(await page.isVisible('#q1-f') && await page.isVisible('#q1 .reasons') && await page.isVisible('#q1 .references a'), 'practice: one can look at the reasons and references')
  is(await text(page, '#q1-v'), 'Correct', 'practice: and at what was right')
  ok(await page.isDisabled('#q1 input >> nth=0') && !await page.isVisible('#review-button'), 'practice: but not change it')
  await page.reload()
  ok(await page.isVisible('#q1-f'), 'practice: also after a reload')
  await page.click('#result-button')
  ok(await page.isVisible('#result'), 'practice: and back to the result')
  is(trouble, [], 'practice: no error, nothing asked for')
  await context.close()
}

async function afterEach (file, keys) {
  const { page, context, trouble } = await open(file)
  await start(page, { feedback: 'each' })
  await page.click('#q1 .check')
  is([await text(page, '#q1-c'), await page.isVisible('#q1-f')], ['Choose an answer first.', false], 'feedback: without an answer there is none')
  for (const { id, type, key } of keys) {
    const bad = type === 'multiple-response'
    await goTo(page, id)
    if (type !== 'multiple-choice') {
      const need = key.length
      const short = key.slice(0, -1)
      await answer(page, id, type, short)
      await page.click(`#${id} .check`)
      is([await text(page, `#${id}-c`), await page.isVisible(`#${id}-f`), await page.locator(`#${id} :is(input, select, .step-buttons button):disabled`).count()],
        [`Chosen: ${need - 1} of ${need}. Choose 1 more first.`, false, 0], `feedback: ${type} that lacks one is not checked yet`)
      await page.click(`#${id} .clear`)
    }
    if (bad) {
      await answer(page, id, type, ['A', 'B', 'C'].slice(0, key.length + 1))
      await page.click(`#${id} .check`)
      is([await text(page, `#${id}-c`), await page.isVisible(`#${id}-f`)], [`Chosen: ${key.length + 1} of ${key.length}. Remove 1.`, false], 'feedback: nor one with too many')
      await page.click(`#${id} .clear`)
    }
    await answer(page, id, type, bad ? wrong({ type, key }) : key)
    await page.click(`#${id} .check`)
    is([await text(page, `#${id}-v`), await page.evaluate(() => document.activeElement.id)], [bad ? 'Not correct' : 'Correct', `${id}-v`], `feedback: ${type}, and the focus is there`)
    is((await text(page, `#${id} .solution b`)), key.join(' '), `feedback: ${type}: the key`)
    ok(await page.locator(`#${id} :is(input, select, .step-buttons button):enabled`).count() === 0, `feedback: ${type} is locked then`)
  }
  is(await page.locator('#q2 .reasons [data-letter=C] .tag').allTextContents(), ['Correct', 'Your answer'], 'feedback: one\u2019s own choice is marked')
  ok((await text(page, '#q1-f')).includes('A longer chain pulls flatter.'), 'feedback: the rationale of an option')
  ok((await text(page, '#q1-f .whole')).includes('Scope is what holds.'), 'feedback: the rationale of the whole')
  is(await page.getAttribute('#q1-f .references a', 'href'), 'https://example.org/anchoring', 'feedback: the reference')
  ok((await text(page, '#q5-f')).includes('Unscored'), 'feedback: what does not count is told')
  await page.reload()
  await goTo(page, 'q1')
  ok(await page.isVisible('#q1-f') && await page.isDisabled('#q1 input >> nth=0'), 'feedback: what was checked stays so after a reload')
  await handIn(page)
  is([await text(page, '#percent'), await text(page, '#target'), await text(page, '#left-out')], ['75%', 'Target of 75% reached', '1 unscored question is left out.'], 'feedback: the result against the publisher\u2019s target')
  is(trouble, [], 'feedback: no error')
  await context.close()
}

export default async function (pages) {
  await wholeForm(pages.full, keysOf(pages.full))
  await afterEach(pages.smallFull, keysOf(pages.smallFull))
  const fixed = await open(pages.fixedFeedback)
  is(await fixed.page.locator('[name=feedback]').count(), 0, 'feedback: the publisher can decide')
  await start(fixed.page)
  ok(await fixed.page.isVisible('#q1 .check'), 'feedback: that it comes after each question')
  await fixed.context.close()
}
