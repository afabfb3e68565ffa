// SPDX-License-Identifier: Apache-2.0
// content.mjs - what a package holds, read with the browser's own XML parser, and the plays made of it.

// Runs in the browser: the items of the manifest, with their declarations, interactions and text.
async function readPackage () {
  const all = (node, name) => [...node.getElementsByTagNameNS('*', name)]
  const get = async href => {
    const response = await fetch('/pkg/' + href)
    if (!response.ok) throw new Error('missing in package: ' + href)
    const xml = await response.text()
    const doc = new DOMParser().parseFromString(xml, 'application/xml')
    if (doc.querySelector('parsererror')) throw new Error('not well-formed: ' + href)
    return { xml, doc }
  }
  const ids = node => [...node.querySelectorAll('[identifier]')].map(e => e.getAttribute('identifier'))
  const interaction = e => ({
    tag: e.localName,
    class: e.getAttribute('class') || '',
    max: Number(e.getAttribute('max-choices') || e.getAttribute('max-associations') || 0),
    sources: ids(all(e, 'qti-simple-match-set')[0] || e).filter(i => !all(e, 'qti-gap').some(g => g.getAttribute('identifier') === i)),
    targets: all(e, 'qti-simple-match-set')[1] ? ids(all(e, 'qti-simple-match-set')[1]) : all(e, 'qti-gap').map(g => g.getAttribute('identifier'))
  })
  // The pieces of text that have no formula, as a page must show them; white space aside.
  const pieces = doc => [...doc.querySelectorAll('p, pre, li, td, th, caption, qti-prompt, qti-simple-choice, qti-gap-text, qti-simple-associable-choice')]
    .filter(e => e.closest('qti-item-body') && !e.getElementsByTagNameNS('*', 'math').length && !e.getElementsByTagNameNS('*', 'qti-gap').length)
    .map(e => e.textContent.replace(/\s+/g, '')).filter(Boolean)
  // What a page must show beside text: code to the letter, pictures with their descriptions, formulas.
  const figures = doc => {
    const inBody = name => all(doc, name).filter(e => e.closest('qti-item-body'))
    return {
      code: inBody('pre').map(e => e.textContent),
      pictures: inBody('img').map(e => e.getAttribute('alt')),
      formulas: inBody('math').map(e => e.textContent.replace(/\s+/g, ''))
    }
  }

  const { doc: manifest } = await get('imsmanifest.xml')
  const pack = { items: [], tests: [], problems: [] }
  for (const f of all(manifest, 'file')) {
    if (!(await fetch('/pkg/' + f.getAttribute('href'))).ok) pack.problems.push('manifest names a missing file: ' + f.getAttribute('href'))
  }
  for (const r of all(manifest, 'resource')) {
    const href = r.getAttribute('href')
    if (r.getAttribute('type') === 'imsqti_test_xmlv3p0') pack.tests.push(href)
    if (r.getAttribute('type') !== 'imsqti_item_xmlv3p0') continue
    const { xml, doc } = await get(href)
    const [declaration] = all(doc, 'qti-response-declaration')
    pack.items.push({
      href,
      xml,
      id: doc.documentElement.getAttribute('identifier'),
      cardinality: declaration.getAttribute('cardinality'),
      key: all(declaration, 'qti-value').map(v => v.textContent.trim()),
      pieces: pieces(doc),
      figures: figures(doc),
      ...interaction([...doc.querySelectorAll('*')].find(e => /^qti-.*-interaction$/.test(e.localName)))
    })
  }
  return pack
}

export async function read (context, base) {
  const page = await context.newPage()
  await page.goto(base + '/pages/blank.html')
  const pack = await page.evaluate(readPackage)
  await page.close()
  return pack
}

// A grid has prompts (P1, ...) or options (A, ...) as its rows.
const hasPrompts = item => item.tag === 'qti-match-interaction' && /^P\d/.test(item.sources[0])

// What kind of item it is: items of one kind are played alike.
const kind = item => `${item.tag} ${item.cardinality} ${hasPrompts(item)}`

// The first item of each kind.
export function sample (items) {
  return items.filter((item, n) => items.findIndex(other => kind(other) === kind(item)) === n)
}

// An answer that is almost the key.
function near (item) {
  const key = item.key.slice()
  const last = key.length - 1
  if (item.tag === 'qti-choice-interaction') return [...key.slice(0, -1), item.sources.find(id => !key.includes(id))]
  if (item.cardinality === 'ordered') return [...key.slice(0, -2), key[last], key[last - 1]]
  const [source, target] = key[last].split(' ')
  if (hasPrompts(item)) {
    return [...key.slice(0, -1), `${source} ${item.targets.find(t => t !== target)}`]
  }
  const [before, beforeTarget] = key[last - 1].split(' ')
  return [...key.slice(0, -2), `${before} ${target}`, `${source} ${beforeTarget}`]
}

// An answer made from what is shown, where there is no key.
function any (item) {
  if (item.tag === 'qti-choice-interaction') return item.sources.slice(-item.max)
  if (item.cardinality === 'ordered') return item.sources.slice().reverse()
  if (hasPrompts(item)) {
    return item.sources.map((s, n) => `${s} ${item.targets[(item.targets.length - 1 + n) % item.targets.length]}`)
  }
  return item.targets.map((t, n) => `${item.sources[item.sources.length - 1 - n]} ${t}`)
}

// With a key: the key scores 1, a near miss and no answer 0. Without: an answer comes back, and no score.
export function plays (item) {
  if (!item.key.length) return [{ item, name: 'answer', given: any(item) }]
  return [
    { item, name: 'key', given: item.key, score: 1 },
    { item, name: 'near', given: near(item), score: 0 },
    { item, name: 'none', given: [], score: 0 }
  ]
}
