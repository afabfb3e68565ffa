// SPDX-License-Identifier: Apache-2.0
// lib.mjs - what the browser tests of the exam page share: TAP, the browser, and ways to take an exam. The page keeps
// its state to itself, so that all of this goes by what a person sees and can do.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
export const modules = [process.env.PLAYERS_DIR, path.join(here, '../players')].filter(Boolean)
  .map(folder => path.join(path.resolve(folder), 'node_modules')).find(folder => fs.existsSync(folder))
const require = createRequire(modules + '/')
const { chromium } = require('playwright-core')
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

let tests = 0
export function ok (good, what, ...why) {
  console.log(`${good ? 'ok' : 'not ok'} ${++tests} - ${what}`)
  if (!good) for (const line of why.flat().slice(0, 20)) console.log('# ' + String(line).slice(0, 300))
  return good
}
export const is = (got, wanted, what) => ok(JSON.stringify(got) === JSON.stringify(wanted), what, `got:    ${JSON.stringify(got)}`, `wanted: ${JSON.stringify(wanted)}`)
// Without the marks that keep the direction of what is filled in.
export const plain = text => text.replace(/[\u2066-\u2069]/g, '').trim()

export const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })

// A page of its own browser profile. What goes wrong in it, or is asked for outside of it, is in `trouble`.
export async function open (file, { context, init, clock, ...options } = {}) {
  context ??= await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options })
  const page = await context.newPage()
  const trouble = []
  page.setDefaultTimeout(8000)
  page.on('pageerror', error => trouble.push('error: ' + error.message))
  page.on('console', message => { if (message.type() === 'error') trouble.push('console: ' + message.text()) })
  page.on('request', request => { if (!/^(file|data|blob):/.test(request.url())) trouble.push('asks for ' + request.url()) })
  // A clock that goes only when the test lets it.
  if (clock) await page.clock.install({ time: clock.getTime() - 60000 })
  if (init) await page.addInitScript(init)
  if (clock) await page.clock.pauseAt(clock)
  await page.goto(pathToFileURL(file).href)
  return { page, context, trouble }
}

// The key of each question, from the page of the full view.
export function keysOf (file) {
  const articles = fs.readFileSync(file, 'utf8').match(/<article class="question"[^>]*>/g)
  return articles.map(tag => {
    const get = name => (tag.match(new RegExp(` ${name}="([^"]*)"`)) || [])[1]
    return { id: get('id'), type: get('data-type'), key: get('data-key').split(' '), domain: get('data-domain'), scored: get('data-unscored') !== 'yes' }
  })
}

export async function start (page, { candidate, layout = 'one', extra, feedback } = {}) {
  if (candidate !== undefined) await page.fill('#candidate', candidate)
  if (extra) await page.selectOption('#extra', extra)
  if (feedback) await page.check(`[name=feedback][value=${feedback}]`)
  await page.check(`[name=layout][value=${layout}]`)
  await page.click('#start-button')
}

// Where one can see it: the question that is shown, or the one of that id.
export const shown = (page, id) => page.locator(id ? '#' + id : '.question.on')
export const goTo = (page, id) => page.locator(`#map a[href="#${id}"]`).click()

// Answer with the mouse, or with a finger: an answer is a list as in the file, letters or pairs.
export async function answer (page, id, type, tokens, tap = false) {
  const press = locator => tap ? locator.tap() : locator.click()
  for (const token of tokens) {
    if (type === 'matching') await page.locator(`#${id}-${token.split('-')[0]}`).selectOption(token.split('-')[1])
    else if (type === 'ordering') await press(page.locator(`#${id} .pool [data-letter="${token}"] [data-do=add]`))
    else await press(page.locator(`#${id} .option[data-letter="${token}"] .pick`))
  }
}

export async function handIn (page) {
  await page.locator('#review-button').evaluate(button => button.click())
  await page.click('#hand-in')
  await page.click('#ask-yes')
}

// The file of answers as it is saved: its name, its text, its fields.
export async function saveAnswers (page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')])
  const text = fs.readFileSync(await download.path(), 'utf8')
  return { name: download.suggestedFilename(), text, ...parseCsv(text) }
}

// RFC 4180.
function parseCsv (text) {
  const rows = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  if (rows.at(-1).join('') === '') rows.pop()
  return { head: rows[0], row: rows[1], rows: rows.length }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// What axe-core finds, and whether the page is wider than the window.
export async function faults (page) {
  await page.evaluate(axeSource) // by the debugger: the page's own policy stays in force for the page
  const { violations } = await page.evaluate(tags => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), TAGS)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return [
    ...violations.map(found => `${found.id}: ${found.help}: ${found.nodes.slice(0, 3).map(node => node.target.join(' ')).join('; ')}`),
    ...wide > 0 ? [`${wide} px wider than the window`] : []
  ]
}

// Where large text has too little room: what is cut off by the window or by its own box, or is a column of letters.
export const squeezed = page => page.evaluate(() => {
  const width = document.documentElement.clientWidth
  const found = []
  for (const element of document.querySelectorAll('h1, h2, h3, p, dt, dd, li, th, td, button, label, legend, summary, select, input')) {
    const box = element.getBoundingClientRect()
    if (!element.checkVisibility() || !box.width || element.closest('.unseen, .skip, .scroll, pre, .tight thead')) continue
    const { display, fontSize } = getComputedStyle(element)
    const wider = display !== 'inline' && !element.matches('select, input') && element.scrollWidth > element.clientWidth + 1
    const letters = element.textContent.trim().length > 3 && box.width < 2 * parseFloat(fontSize) && box.height > 4 * parseFloat(fontSize)
    const what = box.right > width + 1 || box.left < -1 ? 'cut off' : wider ? 'too wide' : letters ? 'a column of letters' : ''
    if (what) found.push(`${what}: ${element.localName}#${element.id}.${element.className} ${element.textContent.trim().slice(0, 20)}`)
  }
  return found
})

export async function end () {
  await browser.close()
  console.log(`1..${tests}`)
}
