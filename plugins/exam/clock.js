// SPDX-License-Identifier: Apache-2.0
// clock.js - the time that is left. It goes by the computer's clock and not by counting ticks, which come late in a
// tab that is not seen.

const MINUTE = 60000
const clock = { ticking: 0, last: 0, kept: 0 }

const hasClock = () => attempt.seconds > 0

function timeAsText () {
  const left = Math.ceil(attempt.left / 1000)
  const two = number => String(number).padStart(2, '0')
  const minutes = Math.floor(left / 60) % 60
  return left >= 3600 ? `${Math.floor(left / 3600)}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`
}

function showClock () {
  byId('clock').hidden = !hasClock() || attempt.done
  byId('time').textContent = attempt.hidden ? say('time-hidden') : timeAsText()
  byId('clock').classList.toggle('short', attempt.left <= 5 * MINUTE && !attempt.hidden)
  byId('clock-hide').textContent = say(attempt.hidden ? 'clock-show' : 'clock-hide')
}

// Said aloud: half of the time where it is long, then 10, 5 and 1 minutes. A moment that is passed with another one
// at once, as after a sleep of the computer, is left out.
function announceTime (before) {
  const half = attempt.seconds * 500
  const passed = [half, 10 * MINUTE, 5 * MINUTE, MINUTE].filter(at => at < attempt.seconds * 1000 && at < before && at >= attempt.left)
  if (!passed.length || attempt.left === 0) return
  const at = Math.min(...passed)
  if (at === half && half > 10 * MINUTE) announce(say('time.half'))
  else if (at !== half) announce(say('time.minutes', { n: at / MINUTE }))
}

function tick () {
  const now = Date.now()
  const before = attempt.left
  attempt.left = Math.max(0, attempt.left - Math.max(0, now - clock.last))
  clock.last = now
  announceTime(before)
  showClock()
  if (now - clock.kept >= 5000) {
    clock.kept = now
    store.save()
  }
  if (attempt.left === 0) {
    stopClock()
    timeIsUp()
  }
}

function startClock () {
  stopClock()
  showClock()
  if (!store.holds || !hasClock() || attempt.done) return
  clock.last = clock.kept = Date.now()
  clock.ticking = setInterval(tick, 1000)
}

function stopClock () {
  clearInterval(clock.ticking)
  clock.ticking = 0
}

function addTime () {
  attempt.left += 10 * MINUTE
  attempt.seconds = Math.max(attempt.seconds, attempt.left / 1000)
  store.save()
  showClock()
  announce(say('time.added'))
}

// While the page was closed, the time went on, unless one may stop the clock anyway.
function passTimeAway () {
  if (!form.adjustable && attempt.saved) attempt.left = Math.max(0, attempt.left - Math.max(0, Date.now() - attempt.saved))
}

// The limit of the file that is open now counts, also for an attempt that was begun in one with another limit: the
// time that was used stays used.
function takeTerms () {
  const more = form.seconds - attempt.limit
  attempt.limit = form.seconds
  if (!hasClock() || attempt.done) return
  attempt.seconds += more
  attempt.left = Math.max(0, attempt.left + more * 1000)
}

async function pause () {
  stopClock()
  store.save()
  document.body.classList.add('paused')
  if (await ask({ title: 'paused', text: 'paused.text', yes: 'continue' }) === null) return
  document.body.classList.remove('paused')
  startClock()
}

async function timeIsUp () {
  if (!form.adjustable) {
    attempt.up = true
    finish()
    await ask({ title: 'up', text: 'up.locked', yes: 'continue' })
    return
  }
  const enough = await ask({ title: 'up', text: 'up.more', yes: 'up.finish', no: 'clock-add' })
  if (enough === null) return
  if (enough) {
    attempt.up = true
    finish()
  } else {
    addTime()
    startClock()
  }
}

function setUpClock () {
  const menu = byId('clock-menu')
  const close = () => { menu.open = false }
  byId('clock-hide').addEventListener('click', () => {
    attempt.hidden = !attempt.hidden
    store.save()
    showClock()
  })
  byId('clock-pause')?.addEventListener('click', () => {
    close()
    menu.querySelector('summary').focus() // where the keyboard is again after the pause
    pause()
  })
  byId('clock-add')?.addEventListener('click', addTime)
  document.addEventListener('click', event => { if (!menu.contains(event.target)) close() })
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return
    close()
    menu.querySelector('summary').focus()
  })
  document.addEventListener('visibilitychange', () => { if (clock.ticking) tick() })
}
