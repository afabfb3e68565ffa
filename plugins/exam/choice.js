// SPDX-License-Identifier: Apache-2.0
// choice.js - questions with radio buttons or check boxes. Too many are taken, and said to be too many.

const inputsOf = question => [...question.article.querySelectorAll('.option input')]

const choice = {
  setUp (question) {
    for (const input of inputsOf(question)) {
      input.addEventListener('change', () => {
        answer(question, inputsOf(question).filter(other => other.checked).map(other => other.value))
        if (question.type === 'multiple-response') announce(countInWords(question))
      })
    }
    // A row that is no label answers to a click beside its text as well.
    for (const row of question.article.querySelectorAll('div.pick')) {
      row.addEventListener('click', event => {
        const input = row.querySelector('input')
        if (!event.target.closest('input, label, a, [tabindex]') && !input.disabled && !String(getSelection())) input.click()
      })
    }
  },

  show (question) {
    for (const input of inputsOf(question)) input.checked = answerOf(question).includes(input.value)
  },

  lock (question, locked) {
    for (const input of inputsOf(question)) input.disabled = locked
  },

  isAnswer: (question, token) => inputsOf(question).some(input => input.value === token)
}
