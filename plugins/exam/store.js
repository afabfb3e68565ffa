// SPDX-License-Identifier: Apache-2.0
// store.js - keeping the attempt in this browser, so that it survives a reload. Some browsers keep nothing, or
// nothing for files: then `works` is false, and the page says so.

const store = {
  // Of this very form: another version, or other words in it, is another attempt.
  key: `itemwright.exam:${form.name}:${form.content}`,
  works: false,
  tab: Math.random().toString(36).slice(2),

  open () {
    try {
      localStorage.setItem(`${this.key}:try`, '1')
      localStorage.removeItem(`${this.key}:try`)
      this.works = true
      // A tab keeps its name over a reload.
      this.tab = sessionStorage.getItem('itemwright.exam.tab') || this.tab
      sessionStorage.setItem('itemwright.exam.tab', this.tab)
    } catch {}
  },

  load () {
    if (!this.works) return null
    try {
      const kept = JSON.parse(localStorage.getItem(this.key))
      const good = kept && kept.version === newAttempt().version && kept.answers && Array.isArray(kept.flags)
      return good ? { ...newAttempt(), ...kept } : null
    } catch {
      return null
    }
  },

  // Another tab may have taken the attempt over: two would write over each other.
  isTaken () {
    const kept = this.load()
    return Boolean(kept) && kept.tab !== this.tab
  },

  save () {
    if (!this.works) return
    if (this.isTaken()) stopHere()
    else this.write()
  },

  // The attempt is this tab's from now on.
  write () {
    if (!this.works) return
    try {
      localStorage.setItem(this.key, JSON.stringify({ ...attempt, tab: this.tab, saved: Date.now() }))
    } catch {
      this.works = false
      announce(say('not-kept'))
    }
  },

  forget () {
    if (this.works) localStorage.removeItem(this.key)
  }
}
