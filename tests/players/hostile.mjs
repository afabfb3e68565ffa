// SPDX-License-Identifier: Apache-2.0
// node hostile.mjs LITERAL.txt FILE.html...: what text of tests/banks/hostile does to pages, a line each; nothing when
// it is shown as it is. Nothing runs, asks or is refused by the page's own policy, each text of the list is there, and
// the words SENTINEL-A, ..., which stand behind directions that were never closed, run from left to right.
import fs from 'node:fs'
import { basename, dirname } from 'node:path'
import { browser, open, start } from '../exam/lib.mjs'

const bare = text => text.replace(/[ \t\n\r]+/g, '')

// Runs in the page: what it says, and the sentinels that are seen, each with whether it runs from left to right.
function readPage () {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const sentinels = []
  let text = ''
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.parentElement.closest('script, style')) continue
    text += node.data
    for (const { 0: word, index } of node.data.matchAll(/SENTINEL-[A-Z]/g)) {
      const range = document.createRange()
      const places = [...word].map((c, n) => {
        range.setStart(node, index + n)
        range.setEnd(node, index + n + 1)
        return range.getBoundingClientRect()
      })
      if (places[0].width) sentinels.push({ word, forward: places.every((box, n) => !n || box.left > places[n - 1].left) })
    }
  }
  return { text, alts: [...document.images].map(img => img.alt), sentinels }
}

async function look (file, literals) {
  const { page, context, trouble } = await open(file)
  page.on('dialog', dialog => { trouble.push('dialog: ' + dialog.message()); dialog.dismiss() })
  const full = /full$/.test(dirname(file))
  if (await page.locator('#start-button').count()) await start(page, { layout: 'all', candidate: full ? undefined : '=1+1' })
  const { text, alts, sentinels } = await page.evaluate(readPage)
  const shown = bare(text)
  for (const [where, literal] of literals) {
    if (where === 'full' && !full) continue
    if (where === 'alt' ? !alts.includes(literal) : !shown.includes(bare(literal))) trouble.push('not shown: ' + literal)
  }
  for (const { word, forward } of sentinels) if (!forward) trouble.push(word + ' runs backwards')
  if (new Set(sentinels.map(s => s.word)).size < 9) trouble.push('few sentinels are seen: ' + sentinels.map(s => s.word))
  await context.close()
  return trouble
}

const [list, ...files] = process.argv.slice(2)
const literals = fs.readFileSync(list, 'utf8').trimEnd().split('\n').map(line => line.split('\t'))
for (const file of files) for (const line of await look(file, literals)) console.log(`${basename(dirname(file))}: ${line}`)
await browser.close()
