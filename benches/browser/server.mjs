// A small server on 127.0.0.1 for the pages of the benchmark: files of a few named folders, texts held in memory, and a place
// for what a page saves. Its headers isolate the pages, without which a browser's clock is coarse.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const KINDS = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};
const MOST_BYTES = 2 ** 31;

async function received(request) {
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Error('too much to save');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * Starts it. `folders` maps a first part of the path to a folder; `texts` maps whole paths to what stands there (both are read
 * at every request); what pages PUT under /saved/ comes into `saved`.
 */
export async function serve(folders, texts) {
  const saved = new Map();
  async function body(request, path) {
    if (path.startsWith('/saved/')) {
      if (request.method === 'PUT') saved.set(path, await received(request));
      return saved.get(path);
    }
    if (texts.has(path)) return texts.get(path);
    const [, first, ...rest] = path.split('/');
    const folder = folders[first];
    const file = folder && normalize(join(folder, ...rest));
    return file?.startsWith(folder + sep) ? readFile(file).catch(() => undefined) : undefined;
  }
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const found = await body(request, path).catch(() => undefined);
    const kind = KINDS[extname(path)] ?? 'application/octet-stream';
    response.writeHead(found === undefined ? 404 : 200, { ...HEADERS, 'Content-Type': kind });
    response.end(request.method === 'PUT' ? '' : found);
  });
  await new Promise((go) => server.listen(0, '127.0.0.1', go));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    saved,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
