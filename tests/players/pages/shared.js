// SPDX-License-Identifier: Apache-2.0
// What the player pages share.

// All text below a node, shadow trees included, without white space.
export function deepText (node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, '')
  if (/^(style|script|template)$/i.test(node.nodeName)) return ''
  return [...(node.shadowRoot?.childNodes || []), ...node.childNodes].map(deepText).join('')
}

// The elements of a name below a node that take up room, shadow trees included.
function shown (node, name) {
  return [...(node.shadowRoot?.children || []), ...node.children].flatMap(child => [
    ...(child.localName === name && child.getClientRects().length ? [child] : []), ...shown(child, name)])
}

const middle = box => (box.top + box.bottom) / 2
const above = (one, other) => middle(one) < middle(other)
// How the parts of a formula stand to one another, by their boxes.
const layouts = {
  mfrac: ([top, bottom]) => top.bottom <= bottom.top + 2,
  msup: ([base, script]) => script.bottom < base.bottom,
  msub: ([base, script]) => script.top > base.top,
  msubsup: ([base, sub, sup]) => sub.top > base.top && sup.bottom < base.bottom && above(sup, sub),
  munder: ([base, under]) => above(base, under),
  mover: ([base, over]) => above(over, base),
  munderover: ([base, under, over]) => above(base, under) && above(over, base)
}
const laidOut = formula => [...formula.querySelectorAll('*')].every(e => {
  const boxes = [...e.children].map(child => child.getBoundingClientRect())
  return !layouts[e.localName] || boxes.some(box => !box.width) || layouts[e.localName](boxes)
})

// What of the code, pictures and formulas of an item is not shown, or not as it should be.
export function unseen (body, { code, pictures, formulas }) {
  const codes = shown(body, 'pre').filter(e => getComputedStyle(e).whiteSpace.startsWith('pre')).map(e => e.textContent)
  const alts = shown(body, 'img').filter(e => e.complete && e.naturalWidth).map(e => e.getAttribute('alt'))
  const maths = shown(body, 'math').filter(laidOut).map(deepText)
  return [
    ...code.filter(text => !codes.includes(text)).map(text => 'code not shown: ' + text),
    ...pictures.filter(alt => !alts.includes(alt)).map(alt => 'picture not shown: ' + alt),
    ...formulas.filter(text => !maths.includes(text)).map(text => 'formula not shown or not laid out: ' + text)
  ].map(line => line.replace(/\n/g, '\\n').slice(0, 200))
}

export function within (promise, ms, message) {
  return Promise.race([promise, new Promise((resolve, reject) => setTimeout(() => reject(new Error(message)), ms))])
}
