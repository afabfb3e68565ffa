// SPDX-License-Identifier: Apache-2.0
// csv.js - the file of answers. docs/responses.md says what is in it.

// A candidate's name on one line, without what changes the direction of the text around it.
const cleanName = text => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
  .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

// A spreadsheet takes a cell that begins so for a formula; an apostrophe in front makes it text.
const harmless = text => /^[=+\-@'\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text

const cell = text => /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

function answersAsCsv () {
  const head = ['candidate', ...questions.map(question => question.id)]
  const row = [cell(harmless(attempt.candidate)), ...questions.map(question => answerOf(question).join(' '))]
  return `${head.join(',')}\r\n${row.join(',')}\r\n`
}

function csvName () {
  const who = attempt.candidate.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60)
  return [form.name, who || 'answers'].join('-') + '.csv'
}

function download (name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = make('a', { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60000)
}
