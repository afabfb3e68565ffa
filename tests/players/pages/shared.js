// SPDX-License-Identifier: Apache-2.0
// What the player pages share.

// All text below a node, shadow trees included, without white space.
export function deepText (node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, '')
  if (/^(style|script|template)$/i.test(node.nodeName)) return ''
  return [...(node.shadowRoot?.childNodes || []), ...node.childNodes].map(deepText).join('')
}

export function within (promise, ms, message) {
  return Promise.race([promise, new Promise((resolve, reject) => setTimeout(() => reject(new Error(message)), ms))])
}
