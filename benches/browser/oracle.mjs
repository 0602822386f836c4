// The right answers, by brute force over the parsed records, and what is wrong with an answer. It shares no code with any
// contestant. Text is folded to lower case and cut into words [a-z0-9]+: catalogs are those of generate.mjs, hence ASCII.

export const FACETS = ['themes', 'type', 'audiences', 'levels', 'places', 'publishers'];
export const MOST_HITS = 20;
export const CLOUD_SIZE = 60;

export const words = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const values = (record, facet) => (facet === 'type' ? [record.type] : record[facet]);

export class Oracle {
  constructor(records) {
    this.n = records.length;
    this.texts = records.map((r) => ` ${words([r.title, r.keywords.join(' '), r.summary].join(' ')).join(' ')} `);
    // For each facet, and for keywords, the values by name and the numbers of the values of each record.
    this.columns = new Map();
    for (const facet of [...FACETS, 'keywords']) {
      const names = [];
      const ids = new Map();
      const rows = records.map((record) =>
        values(record, facet).map((value) => {
          if (!ids.has(value)) ids.set(value, names.push(value) - 1);
          return ids.get(value);
        }),
      );
      this.columns.set(facet, { names, ids, rows });
    }
  }

  /** Ordinals of the records that hold all words of the query, the last one at least as the beginning of a word. */
  matches(query) {
    const asked = words(query);
    const needles = asked.map((word, i) => (i === asked.length - 1 ? ` ${word}` : ` ${word} `));
    const found = [];
    for (let i = 0; i < this.n; i++) {
      const text = this.texts[i];
      if (needles.every((needle) => text.includes(needle))) found.push(i);
    }
    return found;
  }

  /** Among `candidates`, those that pass all filters, and for each facet the counts of those that pass the others. */
  filter(candidates, state) {
    const filters = Object.entries(state).map(([facet, chosen]) => {
      const { ids, rows } = this.columns.get(facet);
      return { facet, rows, chosen: new Set(chosen.map((value) => ids.get(value))) };
    });
    const counts = FACETS.map((facet) => new Uint32Array(this.columns.get(facet).names.length));
    const found = [];
    for (const i of candidates) {
      const failed = filters.filter(({ rows, chosen }) => !rows[i].some((value) => chosen.has(value)));
      if (failed.length === 0) found.push(i);
      if (failed.length > 1) continue;
      FACETS.forEach((facet, f) => {
        if (failed.length === 1 && failed[0].facet !== facet) return;
        for (const value of this.columns.get(facet).rows[i]) counts[f][value]++;
      });
    }
    const named = {};
    FACETS.forEach((facet, f) => {
      const { names } = this.columns.get(facet);
      named[facet] = Object.fromEntries(names.map((name, value) => [name, counts[f][value]]));
    });
    return { found, counts: named };
  }

  all() {
    return Array.from({ length: this.n }, (_, i) => i);
  }

  /** What a right answer to a query of the workload must be. */
  answer(task, { q, state }) {
    if (task === 'fuzzy') return {};
    if (task === 'search') return { found: this.matches(q) };
    if (task === 'facets') return this.filter(this.all(), state);
    if (task === 'searchFacets') return this.filter(this.matches(q), state);
    const { found } = this.filter(this.all(), state);
    const { names, rows } = this.columns.get('keywords');
    const counts = new Uint32Array(names.length);
    for (const i of found) for (const value of rows[i]) counts[value]++;
    return { found, keywords: new Map(names.map((name, value) => [name, counts[value]])) };
  }
}

const sorted = (numbers) => [...numbers].sort((a, b) => b - a);

function wrongHits(found, hits) {
  const right = new Set(found);
  const strangers = hits.filter((hit) => !right.has(hit)).length;
  if (strangers > 0) return `${strangers} of ${hits.length} hits do not match`;
  if (new Set(hits).size !== hits.length) return 'a hit twice';
  const wanted = Math.min(MOST_HITS, found.length);
  return hits.length === wanted ? null : `${hits.length} hits, not ${wanted}`;
}

function wrongCounts(expected, counts) {
  for (const facet of FACETS) {
    const got = counts[facet] ?? {};
    const names = new Set([...Object.keys(expected[facet]), ...Object.keys(got)]);
    for (const name of names) {
      const [right, given] = [expected[facet][name] ?? 0, got[name] ?? 0];
      if (right !== given) return `count of ${name} is ${given}, not ${right}`;
    }
  }
  return null;
}

function wrongCloud(keywords, cloud) {
  const best = sorted(keywords.values()).filter((count) => count > 0).slice(0, CLOUD_SIZE);
  const stray = cloud.find(([name, count]) => keywords.get(name) !== count);
  if (stray) return `count of ${stray[0]} is ${stray[1]}, not ${keywords.get(stray[0]) ?? 0}`;
  if (new Set(cloud.map(([name]) => name)).size !== cloud.length) return 'a keyword twice';
  // Keywords of equal counts may stand in any order, and any of them may be the last.
  const given = sorted(cloud.map(([, count]) => count));
  return given.length === best.length && given.every((count, i) => count === best[i]) ? null : 'not the most frequent';
}

/** What is wrong with an answer, in a few words, or null. Of a fuzzy query: whether the record it was made from is missing. */
export function wrong(task, query, expected, given) {
  if (task === 'fuzzy') {
    return given.hits.length <= MOST_HITS && given.hits.includes(query.record) ? null : 'the record is not among the hits';
  }
  const total = expected.found.length;
  if (given.total !== total) return `total is ${given.total}, not ${total}`;
  if (task === 'cloud') return wrongCloud(expected.keywords, given.cloud);
  return wrongHits(expected.found, given.hits) ?? (expected.counts ? wrongCounts(expected.counts, given.counts) : null);
}
