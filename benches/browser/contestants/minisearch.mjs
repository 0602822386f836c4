// MiniSearch: the inverted index most often put into such a page. No facets. Set up as its documentation says for AND queries
// with a prefix on the last word; titles and keywords weigh more. It keeps no records.
import MiniSearch from 'minisearch';

const OPTIONS = {
  fields: ['title', 'keywords', 'summary'],
  extractField: (record, field) => (field === 'keywords' ? record.keywords.join(' ') : record[field]),
  searchOptions: { combineWith: 'AND', boost: { title: 4, keywords: 3 }, prefix: (_, i, terms) => i === terms.length - 1 },
};

let index;

const answer = (results) => ({ total: results.length, hits: results.slice(0, 20).map(({ id }) => Number(id.slice(1))) });

export default {
  meta: {
    name: 'minisearch',
    keepsRecords: false,
    loadAs: 'text',
    lacks: { facets: 'no facet counts', searchFacets: 'no facet counts (see itemsjs)', cloud: 'no counts' },
  },
  build(json) {
    index = new MiniSearch(OPTIONS);
    index.addAll(JSON.parse(json).resources);
  },
  search: (q) => answer(index.search(q)),
  // An exchange of two letters is two edits to it, and not found.
  fuzzy: (q) => answer(index.search(q, { fuzzy: 1 })),
  save: () => JSON.stringify(index),
  load(text) {
    index = MiniSearch.loadJSON(text, OPTIONS);
  },
};
