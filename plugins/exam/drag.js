// SPDX-License-Identifier: Apache-2.0
// drag.js - putting options in order with the mouse: one drags the letter of an option. It is an extra: all of it
// can be done with the buttons.

// The place in the order at that height of the window.
function placeAt (sequence, dragged, y) {
  return [...sequence.children].filter(offer => offer !== dragged)
    .filter(offer => { const box = offer.getBoundingClientRect(); return y > box.top + box.height / 2 }).length
}

function setUpDragging (question) {
  const ask = question.article.querySelector('.ordering')
  const into = ask.querySelector('.answer')
  let dragged = null

  ask.addEventListener('dragstart', event => {
    dragged = event.target.closest?.('.mark')?.closest('.offer')
    if (!dragged) return
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', dragged.dataset.letter)
    event.dataTransfer.setDragImage(dragged, 16, 16)
    ask.classList.add('dragging')
  })
  ask.addEventListener('dragend', () => {
    dragged = null
    ask.classList.remove('dragging')
  })
  ask.addEventListener('dragover', event => { if (dragged) event.preventDefault() })
  ask.addEventListener('drop', event => {
    if (!dragged) return
    event.preventDefault()
    const inOrder = into.contains(event.target)
    place(question, dragged.dataset.letter, inOrder ? placeAt(into.querySelector('.sequence'), dragged, event.clientY) : -1)
  })
}
