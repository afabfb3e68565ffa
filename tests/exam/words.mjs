// SPDX-License-Identifier: Apache-2.0
// words.mjs - the languages of the exam page say the same: each has every string of the English one, with the same
// things to fill in, and the plural forms that its own rules ask for. Prints what is missing.
import fs from 'node:fs'
import path from 'node:path'

const folder = process.argv[2]
const FORMS = /\.(zero|one|two|few|many|other)$/
const read = file => fs.readFileSync(path.join(folder, file), 'utf8').split('\n').filter(line => line && !line.startsWith('#'))
const slots = text => (text.match(/\{\w+\}/g) || []).sort().join(' ')

function parse (file) {
  const words = new Map()
  let part = 'common'
  for (const line of read(file)) {
    if (line === '[practice]') part = line
    else if (!/^[a-z][a-z0-9.-]* = \S.*\S?$/.test(line)) console.log(`${file}: not "id = text": ${line}`)
    else if (words.has(line.split(' = ')[0])) console.log(`${file}: twice: ${line}`)
    else words.set(line.split(' = ')[0], { part, text: line.slice(line.indexOf(' = ') + 3) })
  }
  return words
}

const english = parse('words-en.txt')
const languages = fs.readdirSync(folder).filter(file => /^words-.*\.txt$/.test(file)).sort()
for (const file of languages) {
  const words = parse(file)
  const rules = new Intl.PluralRules(file.slice(6, -4))
  const forms = new Set(Array.from({ length: 1000 }, (_, n) => rules.select(n)))
  for (const [id, { part, text }] of english) {
    const stem = id.replace(FORMS, '')
    const wanted = FORMS.test(id) ? [...forms].map(form => `${stem}.${form}`) : [id]
    for (const other of wanted) {
      const found = words.get(other)
      if (!found) console.log(`${file}: no "${other}"`)
      else if (found.part !== part) console.log(`${file}: "${other}" is not in the part ${part}`)
      // A form that is for one number alone need not tell it.
      else if (slots(found.text) !== slots(text) && !/\.(zero|one|two)$/.test(other)) console.log(`${file}: "${other}" fills in ${slots(found.text)}, not ${slots(text)}`)
      else if (file !== 'words-en.txt' && found.text === text && / /.test(text.replace(/\{.*?\}/g, '').trim())) console.log(`${file}: "${other}" is English`)
    }
  }
  for (const id of words.keys()) {
    if (!english.has(id) && !english.has(id.replace(FORMS, '.other'))) console.log(`${file}: "${id}" is of no use`)
  }
}
if (languages.length < 5) console.log('languages are missing: ' + languages)
