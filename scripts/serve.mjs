/**
 * A plain static server, as dumb as the hosts the reader is meant for: no rewriting of addresses.
 * By hand: node scripts/serve.mjs [--port 4173] [--base /reader/sub/]
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

/**
 * Serves a folder on this machine only.
 * @param {{ folder: string, port: number, base?: string }} options `base` begins and ends with a slash
 * @returns {Promise<{ address: string, close: () => void }>} rejects with EADDRINUSE when the port is taken
 */
export function serve({ folder, port, base = '/' }) {
  const files = sirv(folder, {
    etag: true,
    setHeaders(response, pathname) {
      // Names in assets/ carry a hash of their content; everything else may change under the same name.
      const lasting = pathname.startsWith('/assets/');
      response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const missing = path.join(folder, '404.html');

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
    };
    if (!url.pathname.startsWith(base)) {
      if (`${url.pathname}/` !== base) return notFound();
      response.writeHead(301, { Location: base + url.search }).end();
      return;
    }
    const inside = url.pathname.slice(base.length - 1);
    // sirv answers /a/x with a/x/index.html; every real host sends the browser to /a/x/ first, and relative addresses need it.
    if (!inside.endsWith('/') && existsSync(path.join(folder, safelyDecoded(inside), 'index.html'))) {
      response.writeHead(301, { Location: `${url.pathname}/${url.search}` }).end();
      return;
    }
    request.url = inside + url.search;
    files(request, response, notFound);
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Not 'localhost': that may be ::1 alone, which some programs do not try.
    server.listen(port, '127.0.0.1', () => {
      const taken = server.address();
      const actual = taken !== null && typeof taken === 'object' ? taken.port : port;
      resolve({
        address: `http://localhost:${actual}${base}`,
        close: () => {
          server.close();
          // A browser keeps its connections open, and would be answered on them.
          server.closeAllConnections();
        },
      });
    });
  });
}

/** @param {string} pathname */
function safelyDecoded(pathname) {
  try {
    return decodeURIComponent(pathname).replaceAll('..', '');
  } catch {
    return pathname;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '4173' }, base: { type: 'string', default: '/' } },
  });
  const folder = fileURLToPath(new URL('../dist', import.meta.url));
  const { address } = await serve({ folder, port: Number(values.port), base: values.base });
  console.log(address);
}
