// The yardstick: an index in typed arrays written for this task alone, without a library. What a careful author gets out of
// plain JavaScript. It keeps no records, knows no stemming, and reads nothing but ASCII.
import { pack, read, unpack } from '../reference/core.mjs';
import { FacetIndex } from '../reference/facets.mjs';
import { TextIndex } from '../reference/text.mjs';

let core;
let text;
let facets;

function use(made) {
  core = made;
  text = new TextIndex(core);
  facets = new FacetIndex(core);
}

export default {
  meta: { name: 'reference', keepsRecords: false, loadAs: 'bytes' },
  build: (json) => use(read(json)),
  search: (q) => text.answer(text.parts(q)),
  facets: (state) => facets.answer(state),
  searchFacets(q, state) {
    const parts = text.parts(q);
    const set = text.bits(parts);
    if (set) return { ...facets.answer(state, set), hits: text.topDense(parts, facets.found) };
    const { total, counts } = facets.narrow(state, text.docs, text.scores, text.match(parts));
    return { total, hits: text.top(total), counts };
  },
  cloud: (state) => facets.cloud(state),
  fuzzy: (q) => text.answer(text.fuzzyParts(q)),
  save: () => pack(core),
  load: (bytes) => use(unpack(bytes)),
  norm: (result) => (result.counts ? { ...result, counts: facets.named(result.counts) } : result),
};
