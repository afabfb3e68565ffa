// SPDX-License-Identifier: Apache-2.0
// matching.js - questions with a select for each prompt.

const selectsOf = question => [...question.article.querySelectorAll('.prompt select')]

const matching = {
  setUp (question) {
    for (const select of selectsOf(question)) {
      select.addEventListener('change', () => {
        answer(question, selectsOf(question).filter(other => other.value).map(other => `${other.dataset.number}-${other.value}`))
      })
    }
  },

  show (question) {
    for (const select of selectsOf(question)) {
      const pair = answerOf(question).find(token => token.startsWith(`${select.dataset.number}-`))
      select.value = pair ? pair.slice(pair.indexOf('-') + 1) : ''
    }
  },

  lock (question, locked) {
    for (const select of selectsOf(question)) select.disabled = locked
  },

  isAnswer: (question, token) => selectsOf(question).some(select =>
    [...select.options].some(option => option.value && `${select.dataset.number}-${option.value}` === token))
}
