// SPDX-License-Identifier: Apache-2.0
// words.js - the words of the page (words-XX.txt), and saying something to those who listen to it.

const byId = id => document.getElementById(id)

const words = new Map(byId('words').content.textContent.split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => [line.slice(0, line.indexOf(' = ')), line.slice(line.indexOf(' = ') + 3)]))
const plurals = new Intl.PluralRules(byId('words').lang)

// What is filled in keeps its own direction, whatever that of the sentence is.
const isolate = value => typeof value === 'number' ? String(value) : `\u2068${value}\u2069`

// The string `id`; of its forms, the one for the number `n`.
function say (id, values = {}) {
  const forms = typeof values.n === 'number' ? [`${id}.${plurals.select(values.n)}`, `${id}.other`, id] : [id]
  const text = words.get(forms.find(form => words.has(form)))
  if (text === undefined) throw new Error(`no string "${id}"`)
  return text.replace(/\{(\w+)\}/g, (all, name) => name in values ? isolate(values[name]) : all)
}

const percent = new Intl.NumberFormat(`${byId('words').lang}-u-nu-latn`, { style: 'percent', maximumFractionDigits: 1 })

// Screen readers speak what is put into #live; the same words twice only when it was empty in between.
let toSay = 0
function announce (text) {
  byId('live').textContent = ''
  clearTimeout(toSay)
  toSay = setTimeout(() => { byId('live').textContent = text }, 100)
}

// An element with its text or children.
function make (tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
