// Turns the results of run.mjs into Markdown: `node report.mjs results.json > tables.md`. All times are milliseconds unless
// they say otherwise; a megabyte is a million bytes.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const TASKS = { search: 'keystroke', facets: 'facets', searchFacets: 'text + facets', cloud: 'cloud', fuzzy: 'typing error' };
const NAMES = { ours: '**competency-explorer**', reference: '*reference*' };

const short = (x) => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x >= 1 ? x.toFixed(2) : x.toFixed(3));
const megabytes = (bytes) => (bytes >= 10e6 ? (bytes / 1e6).toFixed(0) : (bytes / 1e6).toFixed(2));
const seconds = (ms) => (ms >= 10_000 ? (ms / 1000).toFixed(1) : (ms / 1000).toFixed(2));
const nameOf = ({ contestant, name }) => NAMES[contestant] ?? name ?? contestant;
const thousands = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Whether all answers of a task were right, so that its times may be compared. A typing error may stay unfound. */
const exact = (task, figures) => task === 'fuzzy' || !figures.wrong;

/** Footnotes of one table: the same text has one number. */
class Notes {
  constructor() {
    this.texts = [];
  }

  mark(text) {
    if (!this.texts.includes(text)) this.texts.push(text);
    return ` [${this.texts.indexOf(text) + 1}]`;
  }

  list() {
    return this.texts.map((text, i) => `[${i + 1}] ${text}`).join('  \n');
  }
}

function inexact(figures) {
  const { q, state } = figures.wrong.query;
  const asked = [q && `"${q}"`, state && JSON.stringify(state)].filter(Boolean).join(' with ');
  return `inexact in ${figures.checked - figures.right} of ${figures.checked} answers: asked for ${asked}, ${figures.wrong.fault}`;
}

/** Why a result has no figures for a task. */
function absent(result, task, notes) {
  const reason = result.meta?.lacks?.[task] ?? result.gaveUp?.at(-1) ?? 'not measured';
  return `–${notes.mark(`${nameOf(result)}: ${reason}`)}`;
}

function taskCell(result, task, notes) {
  const figures = result.tasks[task];
  if (!figures) return absent(result, task, notes);
  let cell = `${short(figures.median)} / ${short(figures.p95)}`;
  if (task === 'fuzzy') cell += ` (${figures.right} of ${figures.checked} found)`;
  if (!exact(task, figures)) cell = `(${cell})${notes.mark(`${nameOf(result)}, ${TASKS[task]}: ${inexact(figures)}`)}`;
  if (figures.measured < figures.queries) {
    cell += notes.mark(`${nameOf(result)}, ${TASKS[task]}: ${figures.measured} of ${figures.queries} queries in the time allowed`);
  }
  return cell;
}

function ratioCell(result, reference, task) {
  const [own, other] = [result.tasks[task], reference?.tasks[task]];
  if (!own || !other || !exact(task, own)) return '–';
  return `${short(own.median / other.median)} / ${short(own.p95 / other.p95)}`;
}

function queryTable(results, notes) {
  const rows = results.map((result) => [nameOf(result), ...Object.keys(TASKS).map((task) => taskCell(result, task, notes))]);
  return table(['median / p95, ms', ...Object.values(TASKS)], rows);
}

function ratioTable(results, reference) {
  const build = (result) => (result.buildMs && reference?.buildMs ? short(result.buildMs / reference.buildMs) : '–');
  const rows = results.map((result) => [
    nameOf(result),
    build(result),
    ...Object.keys(TASKS).map((task) => ratioCell(result, reference, task)),
  ]);
  return table(['times the reference', 'build', ...Object.values(TASKS)], rows);
}

function costTable(results, notes) {
  const rows = results.map((result) => {
    const { memory, index, meta } = result;
    const held = memory ? megabytes(memory.heap + memory.buffers + memory.wasm) : '–';
    const part = memory ? `${megabytes(memory.heap)} + ${megabytes(memory.buffers)} + ${megabytes(memory.wasm)}` : '–';
    return [
      nameOf(result) + (meta?.note ? ` (${meta.note})` : ''),
      meta?.keepsRecords ? 'yes' : 'no',
      result.buildMs === undefined ? absent(result, 'build', notes) : seconds(result.buildMs),
      held,
      part,
      index ? megabytes(index.bytes) : absent(result, 'save', notes),
      index?.brotli ? megabytes(index.brotli) : '–',
      index?.loadMs === undefined ? '–' : seconds(index.loadMs),
    ];
  });
  return table(
    ['', 'keeps records', 'build, s', 'memory, MB', 'heap + buffers + wasm', 'index, MB', 'brotli, MB', 'load, s'],
    rows,
  );
}

/** Whether others used the machine: the load average before each contestant began; 1 or so is what the benchmark itself makes. */
function busy(machine, results) {
  const loads = results.map(({ load }) => load ?? machine.load);
  const range = `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`;
  const warning = Math.max(...loads) > machine.cores ? ' **The machine was busy: these times are too long, and uneven.**' : '';
  return `Load before each contestant: ${range}.${warning}`;
}

/** The whole report. */
export function markdown({ date, machine, browser, node, versions, limits, catalogs, results }) {
  const used = [...new Set(results.map(({ version, contestant }) => version && contestant))].filter(Boolean);
  const libraries = Object.entries(versions).filter(([name]) => name !== 'puppeteer-core');
  const sections = [
    `Measured ${date.slice(0, 10)}: ${machine.cpu}, ${machine.cores} cores, ${megabytes(machine.memory / 1e3)} GB of memory, ` +
      `${machine.os}; ${browser}, driven by Node ${node}. ${busy(machine, results)}`,
  ];
  if (used.length > 0) sections.push(`Libraries: ${libraries.map(([name, version]) => `${name} ${version}`).join(', ')}.`);
  sections.push(
    `Each answer was compared with brute force before its time counted; figures in parentheses belong to wrong answers. ` +
      `A build or a saved index may take ${limits.buildMs / 1000} s, the queries of a task ${limits.taskMs / 1000} s. ` +
      `Brotli at quality ${limits.brotli}.`,
  );
  for (const n of Object.keys(catalogs)) {
    const own = results.filter((result) => String(result.n) === n);
    const reference = own.find(({ contestant }) => contestant === 'reference');
    const notes = new Notes();
    sections.push(`## ${thousands(n)} records (${megabytes(catalogs[n].bytes)} MB of JSON)`);
    sections.push(queryTable(own, notes), ratioTable(own, reference), costTable(own, notes));
    if (notes.texts.length > 0) sections.push(notes.list());
  }
  return `${sections.join('\n\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.length !== 3) {
    console.error('usage: node report.mjs results.json > tables.md');
    process.exit(2);
  }
  process.stdout.write(markdown(JSON.parse(readFileSync(process.argv[2], 'utf8'))));
}
