// The engine of this project, compiled to WebAssembly: dist/bench/bench.js, which sets window.__bench when it is imported.
const dir = '/dist/bench/';
await import(`${dir}bench.js`);
const engine = window.__bench;

export default {
  ...engine,
  meta: { ...engine.meta, name: 'ours' },
  init: ({ n }) => engine.init?.({ base: new URL(dir, location.href).href, n, dir }),
};
