// Tests of the benchmark itself: `node --test benches/browser/test.mjs`. They need no package and no browser.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import reference from './contestants/reference.mjs';
import { pieces } from './generate.mjs';
import { Oracle, wrong } from './oracle.mjs';
import { edits, wordsOf } from './reference/terms.mjs';
import { markdown } from './report.mjs';
import { TASKS, workload } from './workload.mjs';

const blank = { type: 'guide', themes: [], audiences: [], levels: [], places: [], publishers: [] };
const TINY = [
  { ...blank, title: 'Grading guide', keywords: ['mastery'], summary: 'How to grade.', themes: ['a', 'b'], places: ['x'] },
  { ...blank, title: 'Portfolio', keywords: ['mastery', 'grades'], summary: 'A guide.', themes: ['b'], type: 'report' },
  { ...blank, title: 'Guide-book', keywords: [], summary: 'On credit', themes: ['c'], places: ['x', 'y'] },
];

test('the oracle finds whole words, the last as a beginning, in any field', () => {
  const oracle = new Oracle(TINY);
  const cases = [
    ['guide', [0, 1, 2]],
    ['guide gr', [0, 1]],
    ['gr guide', []],
    ['Mastery GRADES', [1]],
    ['guidebook', []],
    ['on cre', [2]],
  ];
  for (const [q, found] of cases) assert.deepEqual(oracle.matches(q), found, q);
});

test('the oracle counts a facet without its own filter', () => {
  const oracle = new Oracle(TINY);
  const { found, counts } = oracle.filter([0, 1, 2], { themes: ['b'], type: ['guide'] });
  assert.deepEqual(found, [0]);
  assert.deepEqual(counts.themes, { a: 1, b: 1, c: 1 });
  assert.deepEqual(counts.type, { guide: 1, report: 1 });
  assert.deepEqual(counts.places, { x: 1, y: 0 });
  const { keywords } = oracle.answer('cloud', { state: { themes: ['b'] } });
  assert.deepEqual([...keywords], [['mastery', 2], ['grades', 1]]);
});

test('a wrong answer is called wrong', () => {
  const oracle = new Oracle(TINY);
  const query = { q: 'guide', state: {} };
  const right = { total: 3, hits: [2, 0, 1], ...oracle.filter([0, 1, 2], {}) };
  const expected = oracle.answer('searchFacets', query);
  assert.equal(wrong('searchFacets', query, expected, right), null);
  for (const change of [{ total: 2 }, { hits: [0, 1] }, { hits: [0, 1, 3] }, { hits: [0, 1, 1] }, { counts: {} }]) {
    assert.notEqual(wrong('searchFacets', query, expected, { ...right, ...change }), null, JSON.stringify(change));
  }
  const cloud = oracle.answer('cloud', query);
  const given = (entries) => wrong('cloud', query, cloud, { total: 3, cloud: entries });
  assert.equal(given([['mastery', 2], ['grades', 1]]), null);
  for (const entries of [[], [['mastery', 2]], [['grades', 1], ['grades', 1]], [['mastery', 1], ['grades', 1]]]) {
    assert.notEqual(given(entries), null, JSON.stringify(entries));
  }
});

test('the generator makes the same bytes again, and others from another seed', () => {
  const digest = (...args) => createHash('sha256').update([...pieces(...args)].join('')).digest('hex');
  assert.equal(digest(300), digest(300));
  assert.notEqual(digest(300), digest(300, 1));
});

test('catalogs have the shape that is promised', () => {
  const { resources } = JSON.parse([...pieces(1000)].join(''));
  const bounds = { themes: [1, 6], audiences: [1, 4], levels: [1, 3], places: [0, 2], publishers: [1, 2], keywords: [3, 8] };
  resources.forEach((record, i) => {
    assert.equal(record.id, `r${String(i).padStart(6, '0')}`);
    const lengths = [record.title, record.summary].map((text) => text.split(' ').length);
    assert.ok(lengths[0] >= 3 && lengths[0] <= 9 && lengths[1] >= 35 && lengths[1] <= 80, record.id);
    for (const [name, [fewest, most]] of Object.entries(bounds)) {
      assert.ok(record[name].length >= fewest && record[name].length <= most, `${record.id} ${name}`);
      assert.equal(new Set(record[name]).size, record[name].length, `${record.id} ${name}`);
    }
  });
});

test('one edit makes every neighbour of a word once, and itself never', () => {
  const made = new Set();
  const decoder = new TextDecoder();
  edits(wordsOf('abc')[0], (bytes, length) => made.add(decoder.decode(bytes.subarray(0, length))));
  for (const word of ['bc', 'ab', 'bac', 'acb', 'xbc', 'ab9', 'zabc', 'abca', 'axbc']) assert.ok(made.has(word), word);
  for (const word of ['abc', 'cba', 'a', 'abcde']) assert.ok(!made.has(word), word);
});

for (const n of [100, 1000]) {
  const text = [...pieces(n)].join('');
  const { resources } = JSON.parse(text);
  const oracle = new Oracle(resources);
  const queries = workload(resources);
  const ask = {
    search: ({ q }) => reference.search(q),
    facets: ({ state }) => reference.facets(state),
    searchFacets: ({ q, state }) => reference.searchFacets(q, state),
    cloud: ({ state }) => reference.cloud(state),
    fuzzy: ({ q }) => reference.fuzzy(q),
  };
  const check = () => {
    for (const task of TASKS) {
      for (const query of queries[task]) {
        const fault = wrong(task, query, oracle.answer(task, query), reference.norm(ask[task](query)));
        assert.equal(fault, null, `${task} ${JSON.stringify(query)}`);
      }
    }
  };
  test(`the reference equals brute force on ${n} records, and after saving and loading`, () => {
    reference.build(text);
    check();
    const saved = reference.save();
    reference.build([...pieces(100, 3)].join(''));
    reference.load(saved);
    check();
  });
}

test('queries are the same again, and some find something', () => {
  const { resources } = JSON.parse([...pieces(200)].join(''));
  assert.deepEqual(workload(resources), workload(resources));
  const oracle = new Oracle(resources);
  const finding = workload(resources).search.filter(({ q }) => oracle.matches(q).length > 0);
  assert.ok(finding.length > 150, `${finding.length} of 200`);
});

test('the report names what is wrong and what gave up', () => {
  const figures = { median: 1, p95: 2, max: 3, queries: 2, measured: 2, right: 1, checked: 2 };
  const result = { n: 1000, version: null, buildMs: 5, tasks: { search: { ...figures, right: 2 } } };
  const bad = { ...figures, wrong: { query: { q: 'abc' }, fault: 'total is 1, not 2' } };
  const report = markdown({
    date: '2024-01-01T00:00:00Z',
    machine: { cpu: 'a processor', cores: 2, memory: 8e9, os: 'an OS', load: 0 },
    browser: 'a browser',
    node: 'v18',
    versions: {},
    limits: { buildMs: 1000, taskMs: 1000, brotli: 9 },
    catalogs: { 1000: { bytes: 1e6 } },
    results: [
      { ...result, contestant: 'reference', name: 'reference' },
      { ...result, contestant: 'x', name: 'x', tasks: { search: bad }, gaveUp: ['facets: gave up after 1 s'] },
    ],
  });
  for (const part of ['(1.00 / 2.00)', 'asked for "abc", total is 1, not 2', 'x: facets: gave up after 1 s']) {
    assert.ok(report.includes(part), `${part} is not in:\n${report}`);
  }
});
