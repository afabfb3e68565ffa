// SPDX-License-Identifier: Apache-2.0
// score.js - right or wrong, and the result. A question is right when the whole answer is: it is written like the
// key, with nothing missing and nothing more.

const isScored = question => !question.article.dataset.unscored

// "right", "wrong" or "none".
function verdictOf (question) {
  if (stateOf(question) === 'none') return 'none'
  return answerOf(question).join(' ') === question.article.dataset.key ? 'right' : 'wrong'
}

// How many of these are right; unscored ones do not count.
function resultOf (some) {
  const scored = some.filter(isScored)
  const right = scored.filter(question => verdictOf(question) === 'right').length
  return { right, total: scored.length, share: scored.length ? right / scored.length : 0 }
}

// Rounded down, so that 79.96 % is not shown as the 80 % that it is not.
const shareInWords = share => percent.format(Math.floor(share * 1000 + 1e-9) / 1000)
