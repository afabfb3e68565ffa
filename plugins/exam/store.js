// SPDX-License-Identifier: Apache-2.0
// store.js - keeping the attempt in this browser, so that it survives a reload. Some browsers keep nothing, or
// nothing for files, and storage can be full: then `kept` is false, the page says so, and each save tries again.
// One page at a time writes: the one whose `page` the attempt has. Another one that takes it over is noticed before
// each write, by the event of the storage, and by a lock, which it steals.

const store = {
  // Of this very form, under a clock of this kind: an attempt that could be stopped is none of a strict exam.
  key: `itemwright.exam:${form.name}:${form.content}:${form.adjustable ? 'own' : 'fixed'}`,
  page: Math.random().toString(36).slice(2), // of this loading of the page, not of the tab: a tab can be duplicated
  holds: false, // whether the attempt in this page is the one that goes on
  taken: false, // whether another page has it
  kept: false, // whether what was written last is in the storage
  locked: false,
  ticket: null,

  open () {
    try {
      localStorage.setItem(`${this.key}:try`, '1')
      localStorage.removeItem(`${this.key}:try`)
      this.kept = true
    } catch {}
    addEventListener('storage', event => {
      if (event.key !== null && event.key !== this.key) return
      if (this.isOther(read(event.newValue))) this.lose()
      else showKeptAttempt()
    })
    this.takeTicket()
  },

  // What a page leaves when it goes, and the next one in the same tab takes away: with it, and the attempt as that
  // page wrote it, nobody needs to be asked. A tab that is duplicated has none, since its page has not gone.
  takeTicket () {
    try {
      this.ticket = sessionStorage.getItem(this.key)
      sessionStorage.removeItem(this.key)
    } catch {}
  },

  leaveTicket () {
    try {
      if (this.holds && this.kept) sessionStorage.setItem(this.key, this.page)
    } catch {}
  },

  load () {
    try {
      return read(localStorage.getItem(this.key))
    } catch {
      return null
    }
  },

  isOther: kept => Boolean(kept) && kept.page !== store.page,

  // The attempt is this page's from now on.
  hold () {
    this.holds = true
    this.write()
  },

  // It goes on elsewhere: nothing is written here any more.
  lose () {
    if (!this.holds) return showKeptAttempt()
    this.holds = false
    this.taken = true
    stopHere()
  },

  save () {
    if (!this.holds) return
    if (this.isOther(this.load())) this.lose()
    else this.write()
  },

  write () {
    const before = this.kept
    try {
      localStorage.setItem(this.key, JSON.stringify({ ...attempt, page: this.page, saved: Date.now() }))
      this.kept = true
      this.lock()
    } catch {
      this.kept = false
      if (before) announce(say('not-kept'))
    }
    showKept()
  },

  // Where there are no locks, the storage does it.
  lock () {
    if (this.locked || !navigator.locks) return
    this.locked = true
    navigator.locks.request(this.key, { steal: true }, () => new Promise(() => {}))
      .catch(error => { if (error.name === 'AbortError') this.lose() })
  },

  // For who works on it elsewhere it is taken over first.
  forget () {
    this.holds = false
    try {
      const kept = this.load()
      if (this.isOther(kept)) localStorage.setItem(this.key, JSON.stringify({ ...kept, page: this.page }))
    } catch {}
    try {
      localStorage.removeItem(this.key)
    } catch {}
  },

  // Whether there are answers that are nowhere but in this page.
  isUnsaved () {
    return (this.holds || this.taken) && !this.kept && !attempt.downloaded
  }
}

// An attempt as it was kept, or null for what is none.
function read (text) {
  try {
    const kept = JSON.parse(text)
    const good = kept && kept.version === newAttempt().version && kept.answers && Array.isArray(kept.flags)
    return good ? { ...newAttempt(), ...kept } : null
  } catch {
    return null
  }
}
