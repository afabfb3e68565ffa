// SPDX-License-Identifier: Apache-2.0
// practice.js - the practice exam: feedback after each question or at the end, and the result.

const isChecked = question => attempt.checked.includes(question.id)

Object.assign(mode, {
  looksBack: true,
  prefix: 'practice.',

  begin () {
    attempt.feedback = chosen('feedback') || byId('result').dataset.feedback
    attempt.checked = []
  },

  isLocked: question => attempt.done || isChecked(question),

  refresh (question) {
    const { article } = question
    const check = article.querySelector('.check')
    const feedback = byId(`${question.id}-f`)
    const seen = mode.isLocked(question)
    check.hidden = seen || attempt.feedback !== 'each'
    feedback.hidden = feedback.open = false
    feedback.hidden = !seen
    feedback.open = seen
    if (seen) showVerdict(question)
    else article.removeAttribute('data-verdict')
  },

  cells (question) {
    const words = say(`verdict.${verdictOf(question)}`)
    return [
      make('td', {}, make('bdi', { dir: 'ltr' }, question.article.dataset.key)),
      make('td', { className: `verdict ${verdictOf(question)}` }, isScored(question) ? words : say('not-counted', { verdict: words }))
    ]
  },

  finish () {
    const { right, total, share } = resultOf(questions)
    const target = Number(byId('result').dataset.target)
    const n = questions.filter(question => !isScored(question)).length
    byId('percent').textContent = shareInWords(share)
    byId('sum').textContent = say('result.sum', { n: right, total })
    byId('target').textContent = say(right * 100 >= target * total ? 'result.reached' : 'result.missed', { target: percent.format(target / 100) })
    byId('left-out').textContent = n ? say('result.left-out', { n }) : ''
    for (const row of document.querySelectorAll('#domains tbody tr')) {
      const of = resultOf(questions.filter(question => question.article.dataset.domain === row.dataset.domain))
      row.cells[1].replaceChildren(make('bdi', { dir: 'ltr' }, `${of.right} / ${of.total}`))
      row.cells[2].textContent = shareInWords(of.share)
    }
  }
})

// Whether the answer was right, and which of the options were the person's.
function showVerdict (question) {
  const verdict = verdictOf(question)
  const line = byId(`${question.id}-v`)
  question.article.dataset.verdict = verdict
  line.hidden = false
  line.textContent = say(`verdict.${verdict}`)
  for (const old of question.article.querySelectorAll('.tag.yours')) old.remove()
  if (!/^multiple/.test(question.type)) return
  for (const reason of question.article.querySelectorAll('.reasons > li')) {
    if (answerOf(question).includes(reason.dataset.letter)) {
      reason.querySelector('.mark-line').append(' ', make('span', { className: 'tag yours' }, say('tag.yours')))
    }
  }
}

// Why an answer is not checked yet, or ''.
function whatIsMissing (question) {
  const n = answerOf(question).length
  if (n === 0) return say('check.none')
  if (isOver(question)) return countInWords(question)
  return n < question.need ? say('check.part', { n, total: question.need, over: question.need - n }) : ''
}

function check (question) {
  const missing = whatIsMissing(question)
  if (missing) {
    byId(`${question.id}-c`).textContent = missing
    return announce(missing)
  }
  attempt.checked.push(question.id)
  store.save()
  refresh(question)
  byId(`${question.id}-v`).focus()
}

for (const question of questions) {
  byId(`${question.id}-f`).hidden = true
  question.article.querySelector('.check').addEventListener('click', () => check(question))
}
byId('look').addEventListener('click', () => go(questions[0]))
