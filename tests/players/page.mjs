// SPDX-License-Identifier: Apache-2.0
// node page.mjs FILE.html...: what is wrong with pages that are to be read by all, a line each; nothing when they are
// good. Each is looked at in light, in dark, with forced colours and on a phone: axe-core finds nothing, nothing is
// asked for from outside, the page's own policy refuses nothing, and nothing is wider than the phone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(join(process.env.PLAYERS_DIR || fileURLToPath(new URL('.', import.meta.url)), 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { name: 'forced', forcedColors: 'active', viewport: { width: 1280, height: 900 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 320, height: 640 } },
];

async function look(browser, file, { name, ...options }) {
  const context = await browser.newContext(options);
  const wrong = new Set();
  const say = what => wrong.add(`${basename(file)}, ${name}: ${what}`);
  await context.route('**/*', route => {
    const url = route.request().url();
    if (url.startsWith('file:') && url === pathToFileURL(file).href) return route.continue();
    say(`asks for ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('console', message => message.type() === 'error' && say(message.text()));
  page.on('pageerror', error => say(String(error)));
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  await page.evaluate(axe);
  const found = await page.evaluate(runOnly => window.axe.run(document, { runOnly, resultTypes: ['violations'] }), rules);
  for (const { id, help, nodes } of found.violations) say(`${id}: ${help}: ${nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')}`);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  if (wide > room) say(`too wide: ${wide} of ${room}`);
  await context.close();
  return wrong;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const file of process.argv.slice(2))
    for (const one of looks)
      for (const line of await look(browser, file, one)) console.log(line);
} finally {
  await browser.close();
}
