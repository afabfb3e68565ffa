#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// play.mjs - play the items of QTI 3.0 content packages in two players and print TAP. README.md says how.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { serve, browse } from './serve.mjs'
import { read, sample, plays } from './content.mjs'
import { players } from './drivers.mjs'

const USAGE = 'usage: node play.mjs [--sample] [--only q1,q2] [--jobs N] [--shots FOLDER] [--results FOLDER] PACKAGE-FOLDER...'

function options (args) {
  const opt = { jobs: 2 * os.cpus().length, folders: [] }
  for (let n = 0; n < args.length; n++) {
    if (args[n] === '--sample') opt.sample = true
    else if (args[n] === '--only') opt.only = args[++n].split(',')
    else if (args[n] === '--jobs') opt.jobs = Number(args[++n])
    else if (args[n] === '--shots') opt.shots = args[++n]
    else if (args[n] === '--results') opt.results = args[++n]
    else if (args[n].startsWith('-')) return null
    else opt.folders.push(args[n])
  }
  return opt.folders.length && opt.jobs > 0 ? opt : null
}

const list = value => [].concat(value ?? []).filter(v => v != null)
const same = (one, other, ordered) => {
  const text = values => JSON.stringify(ordered ? values : values.slice().sort())
  return text(one) === text(other)
}

// What is wrong with a play, as lines; none when it went well.
function judge (play, shown, ended, feedback) {
  const { item, given, score } = play
  const wrong = item.pieces.filter(piece => !shown.includes(piece)).map(piece => 'not shown: ' + piece)
  const got = list(ended.RESPONSE)
  if (!same(got, given, item.cardinality === 'ordered')) wrong.push(`gave ${given}, the player reports ${got}`)
  const points = list(ended.SCORE).map(Number).filter(Boolean)
  if (score === undefined && points.length) wrong.push(`a score of ${points} without a key`)
  if (score !== undefined && Number(ended.SCORE) !== score) wrong.push(`SCORE is ${ended.SCORE}, not ${score}`)
  if (score !== undefined && !feedback.length) wrong.push('no feedback')
  if (score === undefined && feedback.length) wrong.push('feedback without a key')
  return wrong
}

// Which code, pictures and formulas the page does not show as it should; they may take a while to load.
async function unseen (page, figures) {
  for (let left = 10; ; left--) {
    const missing = await page.evaluate(expected => window.h.unseen(expected), figures)
    if (!missing.length || !left) return missing
    await page.waitForTimeout(200)
  }
}

// The play as a QTI result, as an engine would hand it out: one candidate, one item, and what the player made of it.
function result (player, play, ended) {
  const { item } = play
  const escape = text => String(text).replace(/[<>&]/g, c => `&#${c.codePointAt()};`)
  const values = [].concat(ended.RESPONSE ?? []).map(v => v == null ? '<value/>' : `<value>${escape(v)}</value>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<assessmentResult xmlns="http://www.imsglobal.org/xsd/imsqti_result_v3p0">
  <context sourcedId="${player}-${item.id}-${play.name}"/>
  <itemResult identifier="${item.id}" datestamp="2026-05-01T10:00:00Z" sessionStatus="final">
    <responseVariable identifier="RESPONSE" cardinality="${item.cardinality}" baseType="${/ /.test(item.key[0]) ? 'directedPair' : 'identifier'}">
      <candidateResponse>${values}</candidateResponse>
    </responseVariable>
    <outcomeVariable identifier="SCORE" cardinality="single" baseType="float"><value>${escape(Number(ended.SCORE))}</value></outcomeVariable>
  </itemResult>
</assessmentResult>
`
}

async function run (context, base, name, play, { shots, results }) {
  const wrong = []
  const page = await context.newPage()
  page.on('response', r => { if (r.status() === 404 && r.url().includes('/pkg/')) wrong.push('missing: ' + new URL(r.url()).pathname) })
  page.on('pageerror', e => wrong.push('page error: ' + String(e).slice(0, 200)))
  page.on('dialog', d => d.dismiss())
  page.setDefaultTimeout(8000)
  try {
    const { item, given } = play
    await page.goto(base + players[name].page)
    await page.waitForFunction(() => window.h)
    await page.evaluate(([xml, url]) => window.h.load(xml, url), [item.xml, '/pkg/' + item.href])
    await page.waitForTimeout(300)
    const shown = await page.evaluate(() => window.h.text())
    wrong.push(...await unseen(page, item.figures))
    await players[name].answer[item.tag](page, given)
    if (shots) await page.screenshot({ path: path.join(shots, `${name}-${item.id}-${play.name}.png`) })
    const ended = await page.evaluate(() => window.h.end())
    if (results && item.key.length) fs.writeFileSync(path.join(results, `${name}-${item.id}-${play.name}.xml`), result(name, play, ended))
    wrong.push(...judge(play, shown, ended, await page.evaluate(() => window.h.feedback())))
  } catch (e) {
    wrong.push(String(e.message).split('\n')[0])
  }
  await page.close()
  return wrong
}

// Open the items of a test, or the first few, from within the test.
async function walk (context, base, test, limit) {
  const wrong = []
  const page = await context.newPage()
  try {
    await page.goto(base + '/pages/citotest.html')
    await page.waitForFunction(() => window.h)
    const ids = await page.evaluate(url => window.h.load(url), '/pkg/' + test)
    for (const id of ids.slice(0, limit)) {
      const found = await page.evaluate(i => window.h.go(i), id)
      if (found !== id) wrong.push(`${id} shows ${found}`)
    }
  } catch (e) {
    wrong.push(String(e.message).split('\n')[0])
  }
  await page.close()
  return wrong
}

// Tasks in order of a list, `jobs` at a time; results in the same order.
async function all (tasks, jobs) {
  const results = []
  let next = 0
  const worker = async () => { while (next < tasks.length) { const n = next++; results[n] = await tasks[n]() } }
  await Promise.all(Array.from({ length: jobs }, worker))
  return results
}

async function playPackage (folder, opt) {
  const server = await serve(folder)
  const browser = await browse(server.base)
  const pack = await read(browser.context, server.base)
  let items = opt.sample ? sample(pack.items) : pack.items
  if (opt.only) items = items.filter(item => opt.only.includes(item.id))
  const results = opt.results && path.join(opt.results, path.basename(folder))
  if (results) fs.mkdirSync(results, { recursive: true })
  const todo = Object.keys(players).flatMap(name => items.flatMap(plays).map(play => ({
    title: `${name} ${play.item.id} ${play.item.tag.slice(4, -12)} ${play.name}`,
    task: () => run(browser.context, server.base, name, play, { shots: opt.shots, results })
  })))
  for (const test of opt.only ? [] : pack.tests) {
    todo.push({ title: 'citolab ' + test, task: () => walk(browser.context, server.base, test, opt.sample ? 10 : Infinity) })
  }
  const wrong = await all(todo.map(t => t.task), opt.jobs)
  const outside = [...browser.outside].map(url => 'asked for ' + url)
  await browser.close()
  server.close()
  const made = todo.map((t, n) => ({ title: t.title, wrong: wrong[n] }))
  return [...made, { title: 'files and requests', wrong: [...pack.problems, ...outside, ...(made.length ? [] : ['nothing to play'])] }]
}

const opt = options(process.argv.slice(2))
if (!opt) { console.error(USAGE); process.exit(2) }
if (opt.shots) fs.mkdirSync(opt.shots, { recursive: true })
let count = 0
let failed = 0
for (const folder of opt.folders) {
  const made = await playPackage(folder, opt).catch(e => [{ title: 'package', wrong: [String(e.message).split('\n')[0]] }])
  for (const { title, wrong } of made) {
    if (wrong.length) failed++
    console.log(`${wrong.length ? 'not ok' : 'ok'} ${++count} - ${path.basename(folder)}: ${title}`)
    for (const line of wrong) console.log('# ' + line)
  }
}
console.log(`1..${count}`)
process.exit(failed ? 1 : 0)
