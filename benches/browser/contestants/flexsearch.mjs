// FlexSearch: one index of whole words and one of all beginnings (its tokenizer "forward"), for its own prefix search would
// take every word of the query for a beginning. Results are fetched whole, as it tells no total.
import { Index } from 'flexsearch';

const encode = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const make = () => [new Index({ tokenize: 'strict', encode }), new Index({ tokenize: 'forward', encode })];

let whole;
let begun;
let n;

function found(q) {
  const words = encode(q);
  const last = begun.search(words.pop(), { limit: n });
  if (words.length === 0) return last;
  const set = new Set(last);
  return whole.search(words.join(' '), { limit: n }).filter((id) => set.has(id));
}

export default {
  meta: {
    name: 'flexsearch',
    keepsRecords: false,
    loadAs: 'text',
    lacks: {
      facets: 'no facet counts',
      searchFacets: 'no facet counts',
      cloud: 'no counts',
      fuzzy: 'no edit distance (its tokenizer "tolerant" knows missing and exchanged letters alone, of whole words)',
    },
  },
  build(json) {
    const { resources } = JSON.parse(json);
    [whole, begun] = make();
    n = resources.length;
    resources.forEach((record, i) => {
      const text = `${record.title} ${record.keywords.join(' ')} ${record.summary}`;
      whole.add(i, text);
      begun.add(i, text);
    });
  },
  search(q) {
    const ids = found(q);
    return { total: ids.length, hits: ids.slice(0, 20) };
  },
  async save() {
    const parts = [[], []];
    for (const [i, index] of [whole, begun].entries()) await index.export((key, data) => void parts[i].push([key, data]));
    return JSON.stringify({ n, parts });
  },
  load(text) {
    const saved = JSON.parse(text);
    n = saved.n;
    [whole, begun] = make();
    for (const [i, index] of [whole, begun].entries()) for (const [key, data] of saved.parts[i]) index.import(key, data);
  },
};
