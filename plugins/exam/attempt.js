// SPDX-License-Identifier: Apache-2.0
// attempt.js - the form, what the person has done with it so far, and what can be said of that.

const form = {
  name: document.body.dataset.form,
  content: document.body.dataset.content,
  seconds: Number(document.body.dataset.seconds || 0), // 0: as long as it takes
  adjustable: document.body.dataset.adjustable === 'yes'
}

// `need` is how many tokens a complete answer has: letters, or pairs of a prompt and a letter.
const questions = [...document.querySelectorAll('.question')].map((article, n) => ({
  id: article.id,
  number: n + 1,
  type: article.dataset.type,
  need: Number(article.dataset.need),
  article
}))
const questionById = id => questions.find(question => question.id === id)

// An attempt is plain data, which is kept as it is. An answer is a list of tokens: ["A", "C"], or ["1-B", "2-A"].
const newAttempt = () => ({
  version: 1,
  candidate: '',
  answers: {},
  flags: [],
  at: questions[0].id,
  screen: 'questions',
  layout: 'one',
  seconds: form.seconds, // the limit with extra time
  left: form.seconds * 1000, // milliseconds
  limit: form.seconds, // of the file, whatever was added to it
  hidden: false, // the clock
  up: false, // the time was over
  done: false,
  downloaded: false // the file of answers
})
let attempt = newAttempt()

// What is not the same in every page.
const mode = {
  begin () {}, // when an attempt begins
  isLocked: () => attempt.done,
  refresh () {}, // a question, after a change to it
  finish () {}, // when the last screen is to be filled in
  looksBack: false, // whether the questions can be seen afterwards
  prefix: '' // of the strings that are others
}

const answerOf = question => attempt.answers[question.id] || []
const isFlagged = question => attempt.flags.includes(question.id)

// "none", "part", "over" (too many) or "done".
function stateOf (question) {
  const given = answerOf(question).length
  if (given === 0) return 'none'
  if (given === question.need) return 'done'
  return given < question.need ? 'part' : 'over'
}

function stateInWords (question) {
  const state = say(`state.${stateOf(question)}`)
  return isFlagged(question) ? say('state.and-flagged', { state }) : state
}

const isOpen = question => ['none', 'part'].includes(stateOf(question))
const isOver = question => stateOf(question) === 'over'
