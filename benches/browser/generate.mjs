// Generates catalogs for measuring: `node generate.mjs 10000 > catalog.json`. The same n and seed give the same bytes. Texts
// are made of invented words whose frequencies follow Zipf's law; nothing in them means anything.
import { pathToFileURL } from 'node:url';
import { Random, Zipf } from './random.mjs';

export const SEED = 20240917;
const N_WORDS = 50_000;
const N_KEYWORDS = 3_000;

// Frequent beginnings come first: real vocabularies share few of them, so that a typed prefix fits many words.
const STARTS = (
  'co re in de pro con st pre com un di ex tr se pa ma ca su per en le tea stu sch al po ac la li ba ad mo be ha fi so an ' +
  'ar ga ra pi sta cu fo tra over inter bo si ro cha mi out te no va ho lo am do gra pla cre cl ta sh ju he ge vi wo qu bl ' +
  'fr na pe gr du ev ob op wi da fa ri hu br ke ti ve cr pl sp sc to mu or tri ne as at em im ir is it us ye ze xe'
).split(' ');
const MIDDLES = (
  'ra ti le ni ma ta re li si na la ri me te de ca mi co di ne pe lo va to no mo vi be ga se su po bi go fi tu du lu nu pa ' +
  'ten ver per men tin ler ran cal mar len tor sen der nal ber ter gan bel dan vor mis pol cor lin tal ren'
).split(' ');
const ENDS = 's n r t d ng ly er ed al ic on ing ion ent ive ment ness able ity ory ance ism ist ure ful'.split(' ');

/** One invented word of about `length` letters, 2 to 12 of them. */
function invent(random, starts, ends, length) {
  let word = STARTS[starts.draw(random)];
  while (word.length < length - 2) word += random.pick(MIDDLES);
  if (word.length < length || word.length < 2) word += ENDS[ends.draw(random)];
  return word.slice(0, 12);
}

/** The words of all texts, the most frequent first: short ones are frequent, long ones rare, as in any language. */
export function lexicon(random) {
  const starts = new Zipf(STARTS.length, 0.9, 3);
  const ends = new Zipf(ENDS.length, 0.7);
  const words = new Set();
  while (words.size < N_WORDS) {
    const rank = words.size;
    const [low, high] = rank < 40 ? [2, 5] : rank < 1000 ? [5, 11] : rank < 10_000 ? [5, 12] : [6, 12];
    words.add(invent(random, starts, ends, random.between(low, high)));
  }
  return [...words];
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const numbered = (name, count, width) =>
  Array.from({ length: count }, (_, i) => `${name}-${String(i + 1).padStart(width, '0')}`);

/** `n_words` words in sentences of 7 to 18 words. */
function prose(random, words, zipf, n_words) {
  const parts = [];
  let left = 0;
  for (let i = 0; i < n_words; i++) {
    const word = words[zipf.draw(random)];
    const begins = left === 0;
    if (begins) left = random.between(7, 18);
    left--;
    const last = left === 0 || i === n_words - 1;
    parts.push((begins ? capital(word) : word) + (last ? '.' : random.unit() < 0.06 ? ',' : ''));
  }
  return parts.join(' ');
}

/** Yields the records of a catalog in order. */
export function* records(n, seed = SEED) {
  const random = new Random(seed);
  const words = lexicon(random);
  const zipf = new Zipf(N_WORDS, 1);
  const keywords = new Set();
  while (keywords.size < N_KEYWORDS) {
    const word = () => words[random.between(60, 20_000)];
    keywords.add(random.unit() < 0.45 ? word() : `${word()} ${word()}`);
  }
  // How many values a facet has, how many of them a record: [name, values, fewest, most].
  const draw = ([name, values, fewest, most, exponent]) => {
    const popularity = new Zipf(values.length, exponent, 2);
    return [name, () => popularity.several(random, random.between(fewest, most)).map((rank) => values[rank])];
  };
  const lists = [
    ['themes', numbered('theme', 55, 2), 1, 6, 0.9],
    ['audiences', numbered('audience', 10, 2), 1, 4, 0.7],
    ['levels', numbered('level', 8, 1), 1, 3, 0.7],
    ['places', numbered('place', 60, 2), 0, 2, 1],
    ['publishers', numbered('publisher', 400, 3), 1, 2, 1],
    ['keywords', [...keywords], 3, 8, 0.9],
  ].map(draw);
  const [, type] = draw(['type', numbered('type', 10, 2), 1, 1, 0.8]);
  for (let i = 0; i < n; i++) {
    const title = Array.from({ length: random.between(3, 9) }, () => words[zipf.draw(random)]);
    const day = (most) => String(random.between(1, most)).padStart(2, '0');
    const record = {
      id: `r${String(i).padStart(6, '0')}`,
      title: capital(title.join(' ')),
      summary: prose(random, words, zipf, random.between(35, 80)),
      url: `https://resources.example.org/library/collection/${title.join('-')}/${i}`,
      published: `${random.between(2005, 2024)}-${day(12)}-${day(28)}`,
      type: type()[0],
      language: random.unit() < 0.9 ? 'en' : 'es',
      access: random.unit() < 0.8 ? 'free' : 'paid',
    };
    for (const [name, values] of lists) record[name] = values();
    yield record;
  }
}

/** The catalog as JSON, in pieces of some thousand records. */
export function* pieces(n, seed = SEED) {
  let piece = '{"resources":[';
  let count = 0;
  for (const record of records(n, seed)) {
    piece += (count === 0 ? '\n' : ',\n') + JSON.stringify(record);
    if (++count % 4096 === 0) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}\n]}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const n = Number(process.argv[2] ?? 1000);
  if (!(Number.isInteger(n) && n > 0 && n <= 1_000_000)) {
    console.error('usage: node generate.mjs [1 to 1000000 records] > catalog.json');
    process.exit(2);
  }
  for (const piece of pieces(n)) {
    if (!process.stdout.write(piece)) await new Promise((go) => process.stdout.once('drain', go));
  }
}
