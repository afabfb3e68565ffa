// SPDX-License-Identifier: Apache-2.0
// questions.js - what all questions have in common: an answer that is kept and shown, a flag, a state in words.

// How a type is set up, shows the answer of the attempt, is locked, and which tokens its answers have.
const types = {
  'multiple-choice': choice,
  'multiple-response': choice,
  ordering,
  matching
}

// The person has answered so.
function answer (question, tokens) {
  if (tokens.length) attempt.answers[question.id] = tokens
  else delete attempt.answers[question.id]
  store.save()
  refresh(question)
}

// How far the answer is, where it has several parts.
function countInWords (question) {
  const n = answerOf(question).length
  if (question.type === 'multiple-choice') return ''
  return n > question.need
    ? say('too-many', { n, total: question.need, over: n - question.need })
    : say('chosen', { n, total: question.need })
}

// Bring what is said of a question in line with the attempt.
function refresh (question) {
  const { article } = question
  const locked = mode.isLocked(question)
  const count = byId(`${question.id}-c`)
  article.dataset.state = stateOf(question)
  article.toggleAttribute('data-flagged', isFlagged(question))
  byId(`${question.id}-state`).textContent = stateInWords(question)
  count.textContent = countInWords(question)
  count.classList.toggle('over', isOver(question))
  article.querySelector('.flag').setAttribute('aria-pressed', isFlagged(question))
  article.querySelector('.clear').hidden = locked || stateOf(question) === 'none'
  types[question.type].lock(question, locked)
  mode.refresh(question)
  refreshCell(question)
}

function showAnswers () {
  for (const question of questions) {
    // What was kept and cannot be an answer is dropped.
    const good = answerOf(question).filter(token => types[question.type].isAnswer(question, token))
    if (good.length) attempt.answers[question.id] = [...new Set(good)]
    else delete attempt.answers[question.id]
    types[question.type].show(question)
    refresh(question)
  }
}

function toggleFlag (question) {
  attempt.flags = isFlagged(question) ? attempt.flags.filter(id => id !== question.id) : [...attempt.flags, question.id]
  store.save()
  refresh(question)
}

function clearAnswer (question) {
  answer(question, [])
  types[question.type].show(question)
  byId(`${question.id}-n`).focus()
  announce(say('state.none'))
}

function setUpQuestions () {
  for (const question of questions) {
    const { article } = question
    article.classList.add('live')
    types[question.type].setUp(question)
    byId(`${question.id}-state`).hidden = false
    article.querySelector('.tools').hidden = false
    article.querySelector('.flag').hidden = false
    article.querySelector('.flag').addEventListener('click', () => toggleFlag(question))
    article.querySelector('.clear').addEventListener('click', () => clearAnswer(question))
  }
}
