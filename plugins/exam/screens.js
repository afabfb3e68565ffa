// SPDX-License-Identifier: Apache-2.0
// screens.js - before and after the questions: the beginning, the review, the end; and the dialog.

// Ask; true for `yes`, false for `no` and for Escape. With `yes` alone it is a message. A dialog that is open gives
// way: null.
let answered = null
function ask ({ title, text, yes, no, values }) {
  answered?.(null)
  byId('ask-title').textContent = say(title)
  byId('ask-text').textContent = Array.isArray(text) ? text.join(' ') : say(text, values)
  byId('ask-yes').textContent = say(yes)
  byId('ask-no').hidden = !no
  if (no) byId('ask-no').textContent = say(no)
  byId('ask').showModal()
  return new Promise(resolve => {
    answered = value => {
      answered = null
      byId('ask').close()
      resolve(value)
    }
  })
}

function setUpDialog () {
  byId('ask-yes').addEventListener('click', () => answered?.(true))
  byId('ask-no').addEventListener('click', () => answered?.(false))
  byId('ask').addEventListener('cancel', event => {
    event.preventDefault()
    answered?.(false)
  })
}

// A row of a table of answers. The number leads to the question where that may still be seen.
function answerRow (question, leads, ...more) {
  const number = leads ? make('button', { type: 'button', className: 'link' }, String(question.number)) : String(question.number)
  if (leads) {
    number.setAttribute('aria-label', say('question', { n: question.number }))
    number.addEventListener('click', () => go(question))
  }
  const given = answerOf(question).join(' ')
  const row = make('tr', {},
    make('th', { scope: 'row' }, number),
    make('td', {}, given ? make('bdi', { dir: 'ltr' }, given) : say('no-answer')),
    ...more)
  row.dataset.state = stateOf(question)
  row.classList.toggle('bare', !given)
  return row
}

// Where there is no room for columns, each cell says which one it is of.
function nameColumns (table) {
  const names = [...table.tHead.rows[0].cells].map(head => head.textContent)
  for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, n) => { cell.dataset.column = names[n] })
}

const filters = {
  all: () => true,
  open: isOpen,
  over: isOver,
  flagged: isFlagged
}

function fillReview () {
  const chosen = questions.filter(filters[byId('filter').value])
  byId('review-table').tBodies[0].replaceChildren(...chosen.map(question =>
    answerRow(question, true, make('td', { className: 'state' }, stateInWords(question)))))
  nameColumns(byId('review-table'))
  byId('review-table').hidden = !chosen.length
  byId('filter-none').hidden = chosen.length > 0
}

// What would count as wrong as it stands.
function warnings () {
  const count = passes => questions.filter(passes).length
  const [open, over] = [count(isOpen), count(isOver)]
  return [...open ? [say('review.open', { n: open })] : [], ...over ? [say('review.over', { n: over })] : []]
}

function showReview () {
  const wrong = warnings()
  const before = byId('filter').value || 'all'
  attempt.screen = 'review'
  store.save()
  byId('review-warning').classList.toggle('good', !wrong.length)
  byId('review-warning').querySelector('span').textContent = wrong.join(' ') || say('review.complete')
  byId('filter').replaceChildren(...Object.entries(filters).map(([value, passes]) =>
    make('option', { value }, say(`filter.${value}`, { n: questions.filter(passes).length }))))
  byId('filter').value = before
  fillReview()
  showScreen('review', byId('review-title'))
}

async function handIn () {
  const text = [...warnings(), say('ask.hand-in.text')]
  if (await ask({ title: `${mode.prefix}ask.hand-in`, text, yes: `${mode.prefix}hand-in`, no: 'go-back' })) finish()
}

function finish () {
  stopClock()
  attempt.done = true
  showAnswers()
  showFinish()
}

function showFinish () {
  attempt.screen = 'finish'
  store.save()
  byId('finish-up').hidden = !attempt.up
  byId('finish-who').hidden = !attempt.candidate
  byId('finish-who').textContent = attempt.candidate ? say('candidate.is', { who: attempt.candidate }) : ''
  byId('csv').value = answersAsCsv()
  byId('saved').textContent = ''
  byId('finish-table').tBodies[0].replaceChildren(...questions.map(question =>
    answerRow(question, mode.looksBack, ...mode.cells?.(question) || [make('td', { className: 'state' }, say(`state.${stateOf(question)}`))])))
  mode.finish()
  for (const table of document.querySelectorAll('#finish .rows')) nameColumns(table)
  showClock()
  showScreen('finish', byId('finish-title'))
}

async function forget () {
  if (!await ask({ title: 'ask.forget', text: 'ask.forget.text', yes: 'ask.forget.yes', no: 'go-back' })) return
  store.forget()
  location.reload()
}

function saveAnswers () {
  download(csvName(), answersAsCsv())
  byId('saved').textContent = say('saved', { file: csvName() })
  attempt.downloaded = true
  store.save()
  showKept()
}

function setUpScreens () {
  byId('filter').addEventListener('change', fillReview)
  byId('review-back').addEventListener('click', () => go(questionById(attempt.at)))
  byId('hand-in').addEventListener('click', handIn)
  byId('download').addEventListener('click', saveAnswers)
  byId('print').addEventListener('click', () => print())
  byId('forget').addEventListener('click', forget)
}
