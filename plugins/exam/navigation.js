// SPDX-License-Identifier: Apache-2.0
// navigation.js - getting about: from screen to screen, from question to question, and the map of all of them.

const cells = new Map([...document.querySelectorAll('#map a.cell')].map(cell => [cell.hash.slice(1), cell]))
const pageTitle = document.title

// Show one of the screens and put the keyboard, and so what a screen reader reads next, at its heading.
function showScreen (name, heading) {
  for (const screen of document.querySelectorAll('.screen')) screen.classList.toggle('on', screen.id === name)
  document.body.dataset.screen = name
  byId('bar').hidden = name === 'start'
  byId('map').hidden = byId('map-button').hidden = byId('steps').hidden = name !== 'questions'
  openMap(false)
  document.title = heading ? `${heading.textContent} \u2013 ${pageTitle}` : pageTitle
  if (!heading) return
  heading.focus({ preventScroll: true })
  if (name === 'questions' && attempt.layout === 'all') heading.closest('.question').scrollIntoView()
  else scrollTo({ top: 0, behavior: 'instant' })
}

function go (question) {
  attempt.at = question.id
  attempt.screen = 'questions'
  store.save()
  for (const other of questions) other.article.classList.toggle('on', other === question)
  markCurrent()
  refreshSteps()
  showScreen('questions', byId(`${question.id}-n`))
}

function markCurrent () {
  for (const [id, cell] of cells) {
    if (id === attempt.at) cell.setAttribute('aria-current', 'true')
    else cell.removeAttribute('aria-current')
  }
}

function refreshSteps () {
  const all = attempt.layout === 'all'
  const { number } = questionById(attempt.at)
  const last = number === questions.length
  byId('previous').hidden = all
  byId('previous').disabled = number === 1
  byId('next').hidden = all || last
  byId('last').hidden = !all && !last
  byId('last').textContent = say(attempt.done ? 'result.back' : 'review')
  byId('review-button').hidden = attempt.done
  if (byId('result-button')) byId('result-button').hidden = !attempt.done
}

function step (by) {
  const next = questions[questionById(attempt.at).number - 1 + by]
  if (next) go(next)
}

function refreshCell (question) {
  const cell = cells.get(question.id)
  const done = questions.filter(other => stateOf(other) === 'done').length
  cell.dataset.state = stateOf(question)
  cell.toggleAttribute('data-flagged', isFlagged(question))
  cell.setAttribute('aria-label', `${say('question', { n: question.number })}: ${stateInWords(question)}`)
  byId('answered').textContent = say('progress', { n: done, total: questions.length })
  byId('progress').value = done
}

function setLayout (layout) {
  attempt.layout = layout
  byId('questions').classList.toggle('one', layout === 'one')
  byId('layout-button').textContent = say(layout === 'one' ? 'layout.to-all' : 'layout.to-one')
}

// In a narrow window the map opens over all else, which cannot be reached then.
function openMap (open = true) {
  byId('map').classList.toggle('open', open)
  byId('map-button').setAttribute('aria-expanded', open)
  byId('main').inert = byId('bar').inert = open
  if (open) cells.get(attempt.at).focus()
}

function closeMap () {
  openMap(false)
  byId('map-button').focus()
}

// How many letters fit beside one another depends on the window, and on the size of text that a person has chosen.
function fit () {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
  document.body.classList.toggle('tight', document.documentElement.clientWidth <= 20 * rem)
}

function setUpNavigation () {
  // The title of the first screen is not seen beside the questions: the bar has it then.
  byId('bar-title').append(make('h1', { className: 'name' }, make('bdi', {}, byId('start-title').textContent)))
  for (const [id, cell] of cells) {
    cell.addEventListener('click', event => {
      event.preventDefault()
      go(questionById(id))
    })
  }
  byId('previous').addEventListener('click', () => step(-1))
  byId('next').addEventListener('click', () => step(1))
  byId('last').addEventListener('click', () => attempt.done ? showFinish() : showReview())
  byId('review-button').addEventListener('click', showReview)
  byId('result-button')?.addEventListener('click', showFinish)
  byId('layout-button').addEventListener('click', () => {
    setLayout(attempt.layout === 'one' ? 'all' : 'one')
    go(questionById(attempt.at))
  })
  byId('map-button').addEventListener('click', () => openMap())
  byId('map-close').addEventListener('click', closeMap)
  byId('map').addEventListener('keydown', event => {
    if (event.key === 'Escape' && byId('map').classList.contains('open')) closeMap()
  })
  matchMedia('(min-width: 64rem)').addEventListener('change', () => openMap(false))
  new ResizeObserver(fit).observe(byId('main'))
  // On one page, the question that one works on is where one is.
  for (const work of ['focusin', 'click']) {
    byId('questions').addEventListener(work, event => {
      const article = event.target.closest('.question')
      if (!article || attempt.layout !== 'all') return
      attempt.at = article.id
      markCurrent()
    })
  }
}
