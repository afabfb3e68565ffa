// SPDX-License-Identifier: Apache-2.0
// serve.mjs - a web server on loopback for the package, the pages and the players; and the browser.
import http from 'node:http'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = path.dirname(fileURLToPath(import.meta.url))
const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.xml': 'application/xml', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp'
}

// The folder with the players: npm's, in the build folder (PLAYERS_DIR) or beside this file.
export function modules () {
  return [process.env.PLAYERS_DIR, HERE].filter(Boolean).map(d => path.join(path.resolve(d), 'node_modules')).find(d => fs.existsSync(d))
}

export async function serve (folder) {
  const roots = [['/pkg/', path.resolve(folder)], ['/vendor/', modules()], ['/pages/', path.join(HERE, 'pages')]]
  const server = http.createServer((request, response) => {
    const wanted = decodeURIComponent(new URL(request.url, 'http://x').pathname)
    const [prefix, root] = roots.find(([p]) => wanted.startsWith(p)) || []
    const file = root && path.normalize(path.join(root, wanted.slice(prefix.length)))
    if (!file || !file.startsWith(root + path.sep) || !fs.existsSync(file)) { response.writeHead(404); return response.end() }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] || 'application/octet-stream', 'cache-control': 'max-age=600' })
    response.end(fs.readFileSync(file))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

// A browser that reaches nothing but the server; what it asked for elsewhere is in `outside`.
export async function browse (base) {
  const { chromium } = (await import(path.join(modules(), 'playwright-core', 'index.mjs')))
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    // Nothing listens at the proxy; loopback goes around it. (Playwright's routes would turn off the cache.)
    args: ['--proxy-server=127.0.0.1:9', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  })
  const context = await browser.newContext({ viewport: { width: 1200, height: 1400 } })
  const outside = new Set()
  context.on('request', request => {
    const url = request.url()
    if (!url.startsWith(base + '/') && !/^(data|blob|about):/.test(url)) outside.add(url)
  })
  return { context, outside, close: () => browser.close() }
}
