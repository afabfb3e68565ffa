// SPDX-License-Identifier: Apache-2.0
// ordering.js - questions whose options are put in order: from the list of options into one's own order, one after
// the other, and within it up and down. Each move is a button, and is said aloud.

const offersOf = question => [...question.article.querySelectorAll('.ordering .offer')]
const offerOf = (question, letter) => offersOf(question).find(offer => offer.dataset.letter === letter)

const ordering = {
  setUp (question) {
    question.offers = offersOf(question)
    for (const offer of question.offers) {
      offer.append(byId('step-buttons').content.cloneNode(true))
      for (const button of offer.querySelectorAll('button')) {
        button.setAttribute('aria-label', say(`order.${button.dataset.do}`, { letter: offer.dataset.letter }))
        button.addEventListener('click', () => moves[button.dataset.do](question, offer.dataset.letter))
      }
    }
    question.article.querySelector('.answer').hidden = false
    setUpDragging(question)
  },

  show (question) {
    const order = answerOf(question)
    const sequence = question.article.querySelector('.sequence')
    const rest = question.offers.filter(offer => !order.includes(offer.dataset.letter))
    question.article.querySelector('.pool').append(...rest)
    sequence.append(...order.map(letter => question.offers.find(offer => offer.dataset.letter === letter)))
    question.article.querySelector('.empty').hidden = order.length > 0
    for (const offer of question.offers) {
      const at = order.indexOf(offer.dataset.letter)
      offer.querySelector('[data-do=up]').setAttribute('aria-disabled', at <= 0)
      offer.querySelector('[data-do=down]').setAttribute('aria-disabled', at === order.length - 1)
    }
  },

  lock (question, locked) {
    for (const button of question.article.querySelectorAll('.step-buttons button')) button.disabled = locked
    for (const mark of question.article.querySelectorAll('.ordering .mark')) mark.draggable = !locked
  },

  isAnswer: (question, token) => Boolean(offerOf(question, token))
}

// Put the letter at that place of the order, or out of it (-1).
function place (question, letter, at) {
  const order = answerOf(question).filter(other => other !== letter)
  if (at >= 0) order.splice(at, 0, letter)
  answer(question, order)
  ordering.show(question)
  const moved = at < 0 ? say('order.removed', { letter }) : say('order.at', { letter, n: order.indexOf(letter) + 1, total: order.length })
  announce(isOver(question) ? `${moved} ${countInWords(question)}` : moved)
}

// A move takes the buttons away that were just used: the keyboard goes on with what comes next.
const focusOn = (offer, what) => offer?.querySelector(`[data-do=${what}]`).focus()

const moves = {
  add (question, letter) {
    const next = offerOf(question, letter).nextElementSibling
    place(question, letter, answerOf(question).length)
    const pool = question.article.querySelector('.pool')
    if (pool.firstElementChild) focusOn(next || pool.firstElementChild, 'add')
    else focusOn(offerOf(question, letter), 'up')
  },

  up (question, letter) {
    const at = answerOf(question).indexOf(letter)
    if (at > 0) place(question, letter, at - 1)
    focusOn(offerOf(question, letter), 'up')
  },

  down (question, letter) {
    const at = answerOf(question).indexOf(letter)
    if (at < answerOf(question).length - 1) place(question, letter, at + 1)
    focusOn(offerOf(question, letter), 'down')
  },

  remove (question, letter) {
    const offer = offerOf(question, letter)
    const next = offer.nextElementSibling || offer.previousElementSibling
    place(question, letter, -1)
    if (next) focusOn(next, 'remove')
    else focusOn(offerOf(question, letter), 'add')
  }
}
