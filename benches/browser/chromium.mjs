// Drives the system's Chromium: one browser for each page, so that none inherits another's heap, and so that one that hangs
// can be ended. Assumes a `chromium` on PATH, or its path in $CHROMIUM. `puppeteer` is the package puppeteer-core.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const LONGEST_CALL_MS = 600_000;

export class GaveUp extends Error {}

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], { encoding: 'utf8' }).trim();
}

/** The promise's value, or GaveUp after `ms`. */
export async function within(ms, promise, what) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new GaveUp(`${what}: gave up after ${Math.round(ms / 1000)} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens `url` in a browser of its own, gives the page to `work`, and ends the browser whatever happens. */
export async function withPage(puppeteer, url, work) {
  const profile = await mkdtemp(join(tmpdir(), 'bench-profile-'));
  const options = { executablePath: executable(), args: FLAGS, userDataDir: profile, protocolTimeout: LONGEST_CALL_MS };
  const browser = await puppeteer.launch(options);
  const child = browser.process();
  const ended = new Promise((go) => child.once('exit', go));
  try {
    const page = await browser.newPage();
    const crashed = new Promise((_, fail) => page.once('error', () => fail(new GaveUp('the page crashed (out of memory?)'))));
    crashed.catch(() => {});
    await page.goto(url);
    return await Promise.race([work(page, await browser.version()), crashed]);
  } finally {
    await within(5000, browser.close(), 'closing').catch(() => {});
    // The browser leads a process group of its own: all of it, and nothing else.
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
    await within(5000, ended, 'ending').catch(() => {});
    await rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

/** Bytes in use after a collection: objects, and buffers outside the heap (typed arrays). */
export async function memory(page) {
  const client = await page.createCDPSession();
  for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return { heap: usedSize, buffers: backingStorageSize };
}
