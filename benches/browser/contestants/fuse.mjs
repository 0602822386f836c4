// Fuse.js: it scans instead of indexing. Exact words by its extended search over one folded text a record, a space around each
// word; typing errors by its token search with all words wanted. No facets.
import Fuse from 'fuse.js';

const words = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

let exact;
let fuzzy;

const answer = (results) => ({ total: results.length, hits: results.slice(0, 20).map(({ refIndex }) => refIndex) });

export default {
  meta: {
    name: 'fuse.js',
    keepsRecords: true,
    lacks: {
      facets: 'no facet counts',
      searchFacets: 'no facet counts',
      cloud: 'no counts',
      save: 'its index needs the records beside it',
    },
  },
  build(json) {
    const { resources } = JSON.parse(json);
    const texts = resources.map((record) => ` ${words([record.title, ...record.keywords, record.summary].join(' ')).join(' ')} `);
    exact = new Fuse(texts, { useExtendedSearch: true, ignoreLocation: true, threshold: 0, isCaseSensitive: true });
    fuzzy = new Fuse(resources, {
      keys: [{ name: 'title', weight: 4 }, { name: 'keywords', weight: 3 }, 'summary'],
      useTokenSearch: true,
      tokenMatch: 'all',
      ignoreLocation: true,
      threshold: 0.25,
    });
  },
  search(q) {
    const asked = words(q);
    return answer(exact.search(asked.map((word, i) => (i === asked.length - 1 ? `'" ${word}"` : `'" ${word} "`)).join(' ')));
  },
  fuzzy: (q) => answer(fuzzy.search(q, { limit: 20 })),
};
