// SPDX-License-Identifier: Apache-2.0
// main.js - the page begins here: with a new attempt, or with one that the browser has kept.

const chosen = name => document.querySelector(`#begin [name=${name}]:checked`)?.value

function begin () {
  if (store.load()) return showKeptAttempt() // begun elsewhere since this page was opened
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
  store.hold()
  showAnswers()
  if (attempt.done && !(mode.looksBack && attempt.screen === 'questions')) return showFinish()
  startClock()
  if (attempt.screen === 'review') showReview()
  else go(questionById(attempt.at) || questions[0])
}

function resume (kept) {
  attempt = kept
  passTimeAway()
  takeTerms()
  takeUp()
}

// On the first screen: an attempt that another page, or somebody before, has begun is continued only when asked to.
// It may come, change and go while this page stands there.
function showKeptAttempt () {
  if (document.body.dataset.screen !== 'start') return
  const kept = store.load()
  const before = !byId('resume').hidden
  byId('resume').hidden = !kept
  byId('begin').hidden = Boolean(kept)
  if (kept) {
    const done = questions.filter(question => kept.answers[question.id]).length
    byId('resume-who').textContent = kept.candidate ? say('resume.who', { who: kept.candidate }) : ''
    byId('resume-count').textContent = say('progress', { n: done, total: questions.length })
  }
  if (kept && !before) byId('resume-title').focus()
  if (!kept && before) byId('begin').querySelector('input').focus()
}

function setUpBeginning () {
  byId('not-kept').hidden = store.kept
  byId('begin').hidden = false
  byId('resume-yes').addEventListener('click', () => {
    const kept = store.load() // as it is now
    if (kept) resume(kept)
    else showKeptAttempt()
  })
  byId('resume-no').addEventListener('click', async () => {
    if (!await ask({ title: 'ask.discard', text: 'ask.discard.text', yes: 'ask.discard.yes', no: 'go-back' })) return
    store.forget()
    showKeptAttempt()
  })
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

// The attempt goes on in another page. Answers that could not be kept are here alone, and can be saved.
async function stopHere () {
  stopClock()
  document.body.classList.add('paused')
  for (;;) {
    const unsaved = store.isUnsaved()
    const text = [say('elsewhere.text'), ...unsaved ? [say('not-kept')] : []]
    const here = await ask({ title: 'elsewhere', text, yes: 'elsewhere.here', no: unsaved ? 'download' : '' })
    if (here || !unsaved) location.reload()
    else saveAnswers()
  }
}

// That answers are not kept is seen for as long as it is so.
function showKept () {
  byId('unkept').hidden = !store.isUnsaved()
}

function watchLeaving () {
  document.addEventListener('visibilitychange', () => {
    if (store.holds && store.isOther(store.load())) store.lose()
    showKeptAttempt()
  })
  addEventListener('pagehide', () => {
    if (clock.ticking) tick()
    store.save()
    store.leaveTicket()
  })
  // The same page, taken out of the browser's memory: what it knows may be old.
  addEventListener('pageshow', event => {
    if (event.persisted && !store.isUnsaved()) location.reload()
  })
  addEventListener('beforeunload', event => {
    if (store.isUnsaved()) event.preventDefault()
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
  if (kept && kept.page === store.ticket) {
    resume(kept)
  } else {
    showScreen('start')
    showKeptAttempt()
  }
}
