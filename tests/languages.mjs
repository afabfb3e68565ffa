// SPDX-License-Identifier: Apache-2.0
// languages.mjs FOLDER... - the languages of plugins say the same: in each folder, each words-XX.txt has every string of
// words-en.txt, with the same things to fill in, and the plural forms that its own rules ask for; and all folders have
// the same languages. Prints what is missing or too much; docs/languages.md tells of the format.
import fs from 'node:fs'
import path from 'node:path'

const FORMS = /\.(zero|one|two|few|many|other)$/
const slots = text => (text.match(/\{\w+\}/g) || []).sort().join(' ')
const bare = text => text.replace(/\{.*?\}/g, '').trim()

// The strings of a file by "part/id".
function parse (folder, file, say) {
  const words = new Map()
  let part = ''
  for (const line of fs.readFileSync(path.join(folder, file), 'utf8').replace(/\n$/, '').split('\n')) {
    const [, name] = line.match(/^\[([a-z]+)\]$/) || []
    const [, id, text] = line.match(/^([a-z][a-z0-9.-]*) = (\S|\S.*\S)$/) || []
    if (name) part = name
    else if (!line || line.startsWith('#')) continue
    else if (!id) say(`not "id = text": ${line}`)
    else if (words.has(`${part}/${id}`)) say(`twice: ${line}`)
    else words.set(`${part}/${id}`, text)
  }
  return words
}

const shown = key => key.replace(/^(.*)\/(.*)$/, (all, part, id) => part ? `"${id}" of [${part}]` : `"${id}"`)

function compare (english, words, language, say) {
  const rules = new Intl.PluralRules(language)
  const forms = new Set(Array.from({ length: 1000 }, (_, n) => rules.select(n)))
  const wanted = key => FORMS.test(key) ? [...forms].map(form => `${key.replace(FORMS, '')}.${form}`) : [key]
  for (const [key, text] of english) {
    for (const other of wanted(key)) {
      const found = words.get(other)
      if (!found) say(`no ${shown(other)}`)
      // A form that is for one number alone need not tell it.
      else if (slots(found) !== slots(text) && !/\.(zero|one|two)$/.test(other)) say(`${shown(other)} fills in ${slots(found) || 'nothing'}, not ${slots(text) || 'nothing'}`)
      else if (language !== 'en' && found === text && / /.test(bare(text))) say(`${shown(other)} is English`)
    }
  }
  for (const key of words.keys()) {
    if (![key, `${key.replace(FORMS, '')}.other`].some(other => english.has(other) && wanted(other).includes(key))) say(`${shown(key)} is of no use`)
  }
}

const languages = new Map()
for (const folder of process.argv.slice(2)) {
  const files = fs.readdirSync(folder).filter(file => /^words-[a-z0-9-]+\.txt$/.test(file)).sort()
  const english = parse(folder, 'words-en.txt', () => {})
  languages.set(folder, files)
  for (const file of files) {
    const say = what => console.log(`${path.basename(folder)}/${file}: ${what}`)
    compare(english, parse(folder, file, say), file.slice('words-'.length, -'.txt'.length), say)
  }
}
for (const file of new Set([...languages.values()].flat())) {
  for (const [folder, files] of languages) if (!files.includes(file)) console.log(`${path.basename(folder)}: no ${file}`)
}
