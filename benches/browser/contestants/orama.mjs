// Orama: text and facets in one library. One text property, since its AND (`threshold: 0`) holds within a property. It takes
// every word of a query for a beginning, so its totals are not those asked for. Facets have no OR with counts of their own:
// one more search for each filtered facet.
import { create, insert, load, save, search } from '@orama/orama';

const FACETS = ['themes', 'type', 'audiences', 'levels', 'places', 'publishers'];
const lists = [...FACETS.filter((name) => name !== 'type'), 'keywords'];
const schema = { text: 'string', type: 'enum', ...Object.fromEntries(lists.map((name) => [name, 'enum[]'])) };
const make = () => create({ schema, sort: { enabled: false } });
const wanted = (names) => Object.fromEntries(names.map((name) => [name, {}]));

let db;

const conditions = (state) =>
  Object.fromEntries(
    Object.entries(state).map(([name, values]) => [name, name === 'type' ? { in: values } : { containsAny: values }]),
  );
const texts = { properties: ['text'], threshold: 0, limit: 20 };
const hits = (result) => result.hits.map(({ id }) => Number(id.slice(1)));

function faceted(query, state) {
  const main = search(db, { ...query, limit: 20, where: conditions(state), facets: wanted(FACETS) });
  const counts = main.facets;
  for (const name of Object.keys(state)) {
    const { [name]: _, ...others } = state;
    counts[name] = search(db, { ...query, limit: 1, where: conditions(others), facets: wanted([name]) }).facets[name];
  }
  return { total: main.count, hits: hits(main), counts };
}

export default {
  meta: { name: 'orama', keepsRecords: true, loadAs: 'text', note: 'its records are what it indexes' },
  build(json) {
    db = make();
    for (const { id, title, summary, ...record } of JSON.parse(json).resources) {
      const text = `${title} ${record.keywords.join(' ')} ${summary}`;
      const row = { id, text, type: record.type };
      for (const name of lists) row[name] = record[name];
      insert(db, row);
    }
  },
  search(q) {
    const result = search(db, { ...texts, term: q });
    return { total: result.count, hits: hits(result) };
  },
  facets: (state) => faceted({}, state),
  searchFacets: (q, state) => faceted({ ...texts, term: q }, state),
  cloud(state) {
    const { count, facets } = search(db, { limit: 1, where: conditions(state), facets: wanted(['keywords']) });
    return { total: count, cloud: Object.entries(facets.keywords.values).sort((a, b) => b[1] - a[1]).slice(0, 60) };
  },
  fuzzy(q) {
    const result = search(db, { ...texts, term: q, tolerance: 1 });
    return { total: result.count, hits: hits(result) };
  },
  save: () => JSON.stringify(save(db)),
  load(text) {
    db = make();
    load(db, JSON.parse(text));
  },
  norm({ counts, ...rest }) {
    return counts ? { ...rest, counts: Object.fromEntries(FACETS.map((name) => [name, counts[name].values])) } : rest;
  },
};
