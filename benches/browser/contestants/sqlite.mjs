// SQLite compiled to WebAssembly, in memory: FTS5 for text (prefix indexes of 2 to 4 letters, bm25 with a weight a column), two
// tables clustered by value and by record for facets. Its build has no extension for typing errors.
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';

const FACETS = ['themes', 'type', 'audiences', 'levels', 'places', 'publishers'];
const KEYWORDS = FACETS.length;
const COLUMNS = [...FACETS, 'keywords'];

const SCHEMA = `
  CREATE VIRTUAL TABLE texts USING fts5(title, keywords, summary, content='', detail=column, prefix='2 3 4', tokenize='ascii');
  CREATE TABLE value(id INTEGER PRIMARY KEY, facet INTEGER, name TEXT, total INTEGER);
  CREATE TABLE by_value(value INTEGER, record INTEGER, PRIMARY KEY (value, record)) WITHOUT ROWID;
  CREATE TABLE by_record(record INTEGER, facet INTEGER, value INTEGER, PRIMARY KEY (record, facet, value)) WITHOUT ROWID;`;
// What a connection has beside its database.
const TEMPORARY = `
  PRAGMA temp_store=MEMORY; PRAGMA cache_size=-500000;
  CREATE TEMP TABLE found(record INTEGER PRIMARY KEY);
  CREATE TEMP TABLE others(record INTEGER PRIMARY KEY);`;

let sqlite;
let db;
let n;
let values;
const statements = new Map();

function run(sql, bound = [], row = 'array') {
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = db.prepare(sql)));
  if (bound.length > 0) statement.bind(bound);
  const rows = [];
  while (statement.step()) rows.push(row === 'array' ? statement.get([]) : statement.get(0));
  statement.reset();
  return rows;
}

function open() {
  values = new Map();
  for (const [id, facet, name, total] of run('SELECT id, facet, name, total FROM value')) {
    values.set(`${facet} ${name}`, { id, facet, name, total });
  }
  db.exec(TEMPORARY);
}

const match = (q) => {
  const words = q.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.map((word, i) => `"${word}"${i === words.length - 1 ? '*' : ''}`).join(' AND ');
};

/** Fills a table with the records that pass the filters, and match if there is a query; false when that would be all. */
function fill(table, state, query) {
  const parts = Object.entries(state).map(([facet, names]) => {
    const ids = names.map((name) => values.get(`${FACETS.indexOf(facet)} ${name}`)?.id ?? -1);
    return `SELECT record FROM by_value WHERE value IN (${ids.join()})`;
  });
  if (query) parts.push('SELECT rowid FROM texts WHERE texts MATCH ?');
  if (parts.length === 0) return false;
  run(`DELETE FROM ${table}`);
  db.exec({ sql: `INSERT INTO ${table} SELECT DISTINCT record FROM (${parts.join(' INTERSECT ')})`.replace('rowid', 'rowid AS record'), bind: query ? [query] : undefined });
  return true;
}

const counts = (table, facet) =>
  run(
    `SELECT value, count(*) FROM ${table} CROSS JOIN by_record USING (record) WHERE facet ` +
      `${facet === undefined ? `< ${KEYWORDS}` : `= ${facet}`} GROUP BY value`,
  );

function totals(facet) {
  return [...values.values()].filter((value) => value.facet === facet).map(({ id, total }) => [id, total]);
}

function faceted(state, query) {
  if (!fill('found', state, query)) return { total: n, hits: run('SELECT 1'), counts: [] };
  const total = run('SELECT count(*) FROM found', [], 'value')[0];
  // The + keeps the planner from asking the text index once for each record found.
  const hits = query
    ? run(
        'SELECT rowid FROM texts WHERE texts MATCH ? AND +rowid IN (SELECT record FROM found) ' +
          'ORDER BY bm25(texts, 4, 3, 1) LIMIT 20',
        [query],
        'value',
      )
    : run('SELECT record FROM found ORDER BY record LIMIT 20', [], 'value');
  const own = Object.keys(state).map((name) => FACETS.indexOf(name));
  const all = [['found', counts('found'), own]];
  for (const facet of own) {
    const { [FACETS[facet]]: _, ...others } = state;
    all.push([facet, fill('others', others, query) ? counts('others', facet) : totals(facet)]);
  }
  return { total, hits, counts: all };
}

export default {
  meta: {
    name: 'sqlite-wasm',
    keepsRecords: false,
    loadAs: 'bytes',
    note: 'FTS5 in memory',
    lacks: { fuzzy: 'no typing errors in this build (spellfix1 is not in it)' },
  },
  async init() {
    sqlite = await sqlite3InitModule({ print() {}, printErr() {} });
  },
  build(json) {
    const { resources } = JSON.parse(json);
    n = resources.length;
    db = new sqlite.oo1.DB(':memory:', 'c');
    db.exec(SCHEMA);
    db.exec('BEGIN');
    const text = db.prepare('INSERT INTO texts(rowid, title, keywords, summary) VALUES (?, ?, ?, ?)');
    const row = db.prepare('INSERT OR IGNORE INTO by_record VALUES (?, ?, ?)');
    const ids = COLUMNS.map(() => new Map());
    let n_values = 0;
    resources.forEach((record, i) => {
      text.bind([i, record.title, record.keywords.join(' '), record.summary]).stepReset();
      COLUMNS.forEach((name, facet) => {
        for (const value of [record[name]].flat()) {
          let id = ids[facet].get(value);
          if (id === undefined) ids[facet].set(value, (id = n_values++));
          row.bind([i, facet, id]).stepReset();
        }
      });
    });
    text.finalize();
    row.finalize();
    ids.forEach((map, facet) => {
      for (const [name, id] of map) db.exec({ sql: 'INSERT INTO value VALUES (?, ?, ?, 0)', bind: [id, facet, name] });
    });
    db.exec('INSERT INTO by_value SELECT value, record FROM by_record ORDER BY value, record');
    db.exec('UPDATE value SET total = (SELECT count(*) FROM by_value WHERE by_value.value = value.id)');
    db.exec("INSERT INTO texts(texts) VALUES ('optimize')");
    db.exec('COMMIT; ANALYZE');
    open();
  },
  search(q) {
    const query = match(q);
    return {
      total: run('SELECT count(*) FROM texts WHERE texts MATCH ?', [query], 'value')[0],
      hits: run('SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 4, 3, 1) LIMIT 20', [query], 'value'),
    };
  },
  facets: (state) => faceted(state),
  searchFacets: (q, state) => faceted(state, match(q)),
  cloud(state) {
    const some = fill('found', state);
    const best = some
      ? run(
          `SELECT name, count(*) AS times FROM found CROSS JOIN by_record USING (record) JOIN value ON value.id = value ` +
            `WHERE by_record.facet = ${KEYWORDS} GROUP BY value ORDER BY times DESC LIMIT 60`,
        )
      : run(`SELECT name, total FROM value WHERE facet = ${KEYWORDS} ORDER BY total DESC LIMIT 60`);
    return { total: some ? run('SELECT count(*) FROM found', [], 'value')[0] : n, cloud: best };
  },
  save: () => sqlite.capi.sqlite3_js_db_export(db),
  load(bytes) {
    db = new sqlite.oo1.DB(':memory:', 'c');
    const { capi, wasm } = sqlite;
    const at = wasm.allocFromTypedArray(bytes);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    db.checkRc(capi.sqlite3_deserialize(db.pointer, 'main', at, bytes.length, bytes.length, flags));
    n = run('SELECT count(DISTINCT record) FROM by_record', [], 'value')[0];
    open();
  },
  norm({ counts: all, ...rest }) {
    if (!all) return rest;
    const names = new Map([...values.values()].map(({ id, facet, name }) => [id, [facet, name]]));
    const plain = Object.fromEntries(FACETS.map((name) => [name, {}]));
    for (const [of, rows, left = []] of all) {
      for (const [id, count] of rows) {
        const [facet, name] = names.get(id);
        if (of === 'found' && left.includes(facet)) continue;
        plain[FACETS[facet]][name] = count;
      }
    }
    return { ...rest, counts: plain };
  },
  wasmBytes: () => sqlite.wasm.heap8u().length,
};
