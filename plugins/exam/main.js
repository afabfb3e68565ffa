// SPDX-License-Identifier: Apache-2.0
// main.js - the page begins here: with a new attempt, or with one that the browser has kept.

const chosen = name => document.querySelector(`#begin [name=${name}]:checked`)?.value

function begin () {
  const extra = byId('extra')?.value || '0'
  attempt = newAttempt()
  attempt.candidate = cleanName(byId('candidate')?.value || '')
  attempt.layout = chosen('layout')
  attempt.seconds = extra === 'open' ? 0 : Math.round(form.seconds * (100 + Number(extra)) / 100)
  attempt.left = attempt.seconds * 1000
  mode.begin()
  takeUp()
}

// Go on with the attempt, where it was.
function takeUp () {
  setLayout(attempt.layout)
  store.write()
  showAnswers()
  if (attempt.done && !(mode.looksBack && attempt.screen === 'questions')) return showFinish()
  startClock()
  if (attempt.screen === 'review') showReview()
  else go(questionById(attempt.at) || questions[0])
}

function resume (kept) {
  attempt = kept
  passTimeAway()
  takeUp()
}

// An attempt that another tab, or somebody before, has begun: to be continued only when asked to.
function offer (kept) {
  const done = questions.filter(question => kept.answers[question.id]).length
  byId('resume').hidden = false
  byId('begin').hidden = true
  byId('resume-who').textContent = kept.candidate ? say('resume.who', { who: kept.candidate }) : ''
  byId('resume-count').textContent = say('progress', { n: done, total: questions.length })
  byId('resume-yes').addEventListener('click', () => resume(kept))
  byId('resume-no').addEventListener('click', async () => {
    if (!await ask({ title: 'ask.discard', text: 'ask.discard.text', yes: 'ask.discard.yes', no: 'go-back' })) return
    store.forget()
    byId('resume').hidden = true
    byId('begin').hidden = false
    byId('begin').querySelector('input').focus()
  })
}

function setUpBeginning () {
  byId('not-kept').hidden = store.works
  byId('begin').hidden = false
  byId('begin').addEventListener('submit', event => {
    const candidate = byId('candidate')
    const missing = Boolean(candidate) && !cleanName(candidate.value)
    event.preventDefault()
    if (candidate) {
      byId('candidate-error').hidden = !missing
      candidate.setAttribute('aria-invalid', missing)
    }
    if (missing) candidate.focus()
    else begin()
  })
}

// The attempt goes on in another tab.
async function stopHere () {
  stopClock()
  store.works = false
  document.body.classList.add('paused')
  await ask({ title: 'elsewhere', text: 'elsewhere.text', yes: 'elsewhere.here' })
  location.reload()
}

function watchLeaving () {
  document.addEventListener('visibilitychange', () => {
    if (store.works && document.body.dataset.screen !== 'start' && store.isTaken()) stopHere()
  })
  addEventListener('beforeunload', event => {
    const busy = !attempt.done && !document.body.classList.contains('paused') && document.body.dataset.screen !== 'start'
    if (busy && !store.works) event.preventDefault()
  })
}

document.body.classList.add('scripted')
for (const id of ['review', 'finish']) byId(id).hidden = false
store.open()
setUpQuestions()
setUpNavigation()
setUpClock()
setUpDialog()
setUpScreens()
setUpBeginning()
watchLeaving()
{
  const kept = store.load()
  if (kept && kept.tab === store.tab) {
    resume(kept)
  } else {
    showScreen('start')
    if (kept) offer(kept)
  }
}
