// ItemsJS: facets by bit sets, with OR inside a facet (`conjunction: false`). Its own text search (lunr) knows no AND with a
// prefix; for text and facets together MiniSearch finds the ids, the way its documentation shows. It gets only the fields it
// needs; a second instance with the keywords as a facet makes the cloud, so that the facets need not carry them.
import itemsjs from 'itemsjs';
import MiniSearch from 'minisearch';

const FACETS = ['themes', 'type', 'audiences', 'levels', 'places', 'publishers'];
const facet = { size: 100_000, conjunction: false, chosen_filters_on_top: false };
const aggregations = (names) => Object.fromEntries(names.map((name) => [name, facet]));
const options = (names) => ({ native_search_enabled: false, aggregations: aggregations(names) });
const picked = (records, names) =>
  records.map((record) => ({ id: record.id, ...Object.fromEntries(names.map((name) => [name, record[name]])) }));

let records;
let engine;
let clouds;
let text;

const answer = ({ data, pagination }) => ({
  total: pagination.total,
  hits: data.items.map(({ id }) => Number(id.slice(1))),
  counts: data.aggregations,
});

export default {
  meta: {
    name: 'itemsjs',
    keepsRecords: true,
    note: 'with MiniSearch for text and facets',
    lacks: {
      search: 'its own search has no AND with a prefix (see minisearch)',
      fuzzy: 'see minisearch',
      save: 'a snapshot needs the records beside it',
    },
  },
  build(json) {
    records = JSON.parse(json).resources;
    engine = itemsjs(picked(records, FACETS), options(FACETS));
    text = new MiniSearch({
      fields: ['title', 'keywords', 'summary'],
      extractField: (record, field) => (field === 'keywords' ? record.keywords.join(' ') : record[field]),
      searchOptions: { combineWith: 'AND', boost: { title: 4, keywords: 3 }, prefix: (_, i, terms) => i === terms.length - 1 },
    });
    text.addAll(records);
  },
  facets: (filters) => answer(engine.search({ per_page: 20, filters })),
  searchFacets(q, filters) {
    const ids = text.search(q).map(({ id }) => id);
    return answer(engine.search({ per_page: 20, filters, ids }));
  },
  prepareCloud() {
    clouds = itemsjs(picked(records, [...FACETS, 'keywords']), options([...FACETS, 'keywords']));
  },
  cloud(filters) {
    const { data, pagination } = clouds.search({ per_page: 0, filters });
    return { total: pagination.total, cloud: data.aggregations.keywords.buckets.slice(0, 60) };
  },
  norm({ counts, cloud, ...rest }) {
    const plain = (buckets) => Object.fromEntries(buckets.map(({ key, doc_count }) => [key, doc_count]));
    if (counts) rest.counts = Object.fromEntries(FACETS.map((name) => [name, plain(counts[name].buckets)]));
    if (cloud) rest.cloud = cloud.filter((bucket) => bucket.doc_count > 0).map(({ key, doc_count }) => [key, doc_count]);
    return rest;
  },
};
