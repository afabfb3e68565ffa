// SPDX-License-Identifier: Apache-2.0
// run.mjs FOLDER [PART...] - the browser tests of the exam page, in TAP; tests/exam.t makes the pages below FOLDER.
import fs from 'node:fs'
import path from 'node:path'
import { ok, end } from './lib.mjs'

const [folder, ...parts] = process.argv.slice(2)
const pages = Object.fromEntries(fs.readdirSync(folder)
  .map(name => [name, fs.readdirSync(path.join(folder, name)).find(file => file.endsWith('.html'))])
  .map(([name, file]) => [name, path.join(folder, name, file)]))

for (const part of parts.length ? parts : ['candidate', 'keeping', 'tabs', 'practice', 'access']) {
  const { default: test } = await import(`./${part}.mjs`)
  await test(pages).catch(error => ok(false, `${part} goes to its end`, ...String(error.stack).split('\n')))
}
await end()
