// Crossfilter: incremental counts over filtered dimensions. Each facet is a dimension with a group, which by its nature does
// not see its own filter. A state is set by changing the filters of the state before: what a page that uses it would do. No
// text search.
import crossfilter from 'crossfilter2';

const FACETS = ['themes', 'type', 'audiences', 'levels', 'places', 'publishers'];

let filter;
let all;
let dimensions;
let keywords;
let n;

function set(state) {
  for (const name of FACETS) {
    const { dimension } = dimensions[name];
    const values = state[name];
    if (values) {
      const wanted = new Set(values);
      dimension.filterFunction((value) => wanted.has(value));
    } else if (dimension.hasCurrentFilter()) {
      dimension.filterAll();
    }
  }
}

export default {
  meta: {
    name: 'crossfilter2',
    keepsRecords: true,
    lacks: { search: 'no text search', searchFacets: 'no text search', fuzzy: 'no text search', save: 'nothing to save' },
  },
  build(json) {
    const { resources } = JSON.parse(json);
    n = resources.length;
    filter = crossfilter(resources);
    all = filter.groupAll();
    dimensions = {};
    for (const name of FACETS) {
      const dimension = filter.dimension((record) => record[name], name !== 'type');
      dimensions[name] = { dimension, group: dimension.group() };
    }
  },
  facets(state) {
    set(state);
    const hits = [];
    for (let i = 0; i < n && hits.length < 20; i++) if (filter.isElementFiltered(i)) hits.push(i);
    const counts = {};
    for (const name of FACETS) counts[name] = dimensions[name].group.all().map(({ key, value }) => [key, value]);
    return { total: all.value(), hits, counts };
  },
  // The dimension of the keywords would slow down every change of the facets: it comes when the cloud is asked for.
  prepareCloud() {
    keywords ??= filter.dimension((record) => record.keywords, true).group();
  },
  cloud(state) {
    set(state);
    return { total: all.value(), cloud: keywords.top(60).map(({ key, value }) => [key, value]) };
  },
  norm({ counts, cloud, ...rest }) {
    if (counts) rest.counts = Object.fromEntries(FACETS.map((name) => [name, Object.fromEntries(counts[name])]));
    if (cloud) rest.cloud = cloud.filter(([, count]) => count > 0);
    return rest;
  },
};
