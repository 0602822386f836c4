// The part of "Make your own" that talks to the browser. It follows the glue of the module in one script, which runs twice: in the
// page, and in a worker that the page makes of the text of this very script, where the catalog is: the page itself never holds a list.
"use strict";
var ownPage = (function () {
  // Files are read, handed over and kept in parts, none of which takes long.
  const PART = 4 << 20;
  // What share of a reading the bytes are.
  const OF_BYTES = 0.1;

  // The parts of a file, one after the other.
  async function* partsOf(content) {
    for (let at = 0; at < content.size; at += PART) yield new Uint8Array(await content.slice(at, at + PART).arrayBuffer());
  }

  // Milliseconds of a part of a reading on the page itself: between two the page answers its reader.
  const SLICE = 12;
  // The same while nobody looks: browsers let a hidden page go on about once a second.
  const HIDDEN_SLICE = 500;

  // Does what is asked of the catalog: in the worker, or where none may be made in the page.
  const acts = {
    drop: () => own_bindgen.drop_files(),
    file: ({ name, size }) => own_bindgen.begin_file(name, size),
    part: ({ part }) => own_bindgen.add_bytes(part),
    ask: ({ text }) => own_bindgen.ask(text),
    // Reads the files in parts, until it is ended.
    async read({ text, whyNot }) {
      if (!own_bindgen.begin_reading(text)) return own_bindgen.ask(text);
      let answer;
      while (answer === undefined) {
        await new Promise(drawn => setTimeout(drawn));
        const why = whyNot();
        if (why) {
          own_bindgen.end_reading();
          throw why;
        }
        const end = performance.now() + (document.hidden ? HIDDEN_SLICE : SLICE);
        do answer = own_bindgen.read_on();
        while (answer === undefined && performance.now() < end);
      }
      return answer;
    },
    decided: () => own_bindgen.decided(),
    save({ text, html = "", today, importer, folder = [] }) {
      const names = folder.map(([name]) => name);
      const bytes = folder.map(([, bytes]) => bytes);
      const { script = "", wasm, style = "" } = importer ?? {};
      const [name, type, content] = own_bindgen.save(text, today, html, script, new Uint8Array(wasm ?? 0), style, names, bytes);
      return { name, content: new Blob([content], { type }) };
    },
  };

  // Tells the page how much of a reading is done.
  let tell = share => {
    const bar = document.querySelector("#own progress");
    if (bar) bar.value = share;
  };
  const progress = share => tell(OF_BYTES + (1 - OF_BYTES) * share);

  if (typeof document === "undefined") {
    tell = share => postMessage({ share });
    let before;
    const serve = async ({ nth, wasm, act, asked }) => {
      try {
        if (wasm) await own_bindgen({ module_or_path: wasm });
        else postMessage({ nth, answer: await acts[act](asked) });
      } catch (error) {
        postMessage({ nth, error: String(error?.message ?? error), isTrap: !!wasm || error instanceof WebAssembly.RuntimeError || error instanceof RangeError });
      }
    };
    onmessage = ({ data }) => (before = Promise.resolve(before).then(() => serve(data)));
    return { progress };
  }

  // What boot.js hands over: `script` and `style` are texts, `wasm` bytes, `inFile` says whether they stand in the page.
  let parts;
  // The chosen files. What is in them never passes through the page.
  let files = [];
  // The worker; `null` where none may be made.
  let worker;
  // What was asked of it and not answered yet, by number.
  const waiting = new Map();
  let nAsked = 0;
  // What was decided last, with the edits.
  let kept;

  async function open(handed) {
    parts = handed;
    await own_bindgen({ module_or_path: parts.wasm.slice(0) });
    own_bindgen.open_own(document.getElementById("own"));
  }

  function start() {
    try {
      const address = URL.createObjectURL(new Blob([parts.script], { type: "text/javascript" }));
      worker = new Worker(address);
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch {
      worker = null;
      return;
    }
    // It may not run, or there is no memory for it.
    worker.onerror = event => {
      event.preventDefault();
      if (worker.hasAnswered) return end("trap");
      const asked = [...waiting.values()];
      waiting.clear();
      stop(null);
      for (const { act, asked: of, resolve, reject } of asked) here(act, of).then(resolve, reject);
    };
    worker.onmessage = ({ data: { nth, answer, error, isTrap, share } }) => {
      if (share !== undefined) return tell(share);
      worker.hasAnswered = true;
      const { resolve, reject } = waiting.get(nth) ?? {};
      waiting.delete(nth);
      if (error === undefined) resolve?.(answer);
      else reject?.(isTrap ? "trap" : error);
      // What trapped is in no state to go on.
      if (isTrap) end("trap");
    };
    worker.postMessage({ wasm: parts.wasm });
  }

  function stop(next) {
    worker?.terminate();
    worker = next;
  }

  // Ends what is under way, and with it the catalog in the worker.
  let nEnded = 0;
  let whyEnded;
  function end(why) {
    nEnded++;
    whyEnded = why;
    if (worker === null) return;
    stop(undefined);
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  }

  // On the page itself, once what is shown is drawn.
  let before;
  function here(act, asked) {
    const done = Promise.resolve(before).then(() => new Promise(drawn => setTimeout(drawn, 20))).then(() => acts[act](asked));
    before = done.catch(() => {});
    return done;
  }

  // What a worker is told first, where there is any, is what was decided last: so it never goes on, and nothing is kept, without the edits.
  function call(act, asked, transferred) {
    if (worker === undefined) {
      start();
      if (kept !== undefined) post("ask", { text: takingUp(kept) }).catch(() => {});
    }
    return post(act, asked, transferred);
  }

  function post(act, asked, transferred) {
    if (!worker) return here(act, asked);
    return new Promise((resolve, reject) => {
      waiting.set(++nAsked, { act, asked, resolve, reject });
      worker.postMessage({ nth: nAsked, act, asked }, transferred);
    });
  }

  const ask = text => call("ask", { text });
  const takingUp = decided => JSON.stringify({ TakeUp: decided });

  // Acts once what was begun before has ended, whatever came of that.
  const after = (begun, act) => Promise.resolve(begun).catch(() => {}).then(act);

  // Hands files over, and asks about them then; one after the other, so that no other file gets between. The parts go without a copy. (The
  // worker could read the files by itself, but not from disk in WebKit.) What is ended meanwhile ends those that wait, too.
  let handing;
  function askOf(text, of, isWanted = () => true) {
    const nth = nEnded;
    const whyNot = () => (nth !== nEnded ? whyEnded : isWanted() ? undefined : "outdated");
    const go = (...message) => {
      const why = whyNot();
      if (why) throw why;
      return call(...message);
    };
    const hand = async () => {
      const size = of.reduce((sum, file) => sum + file.content.size, 0);
      let n = 0;
      await go("drop");
      for (const { name, content } of of) {
        await go("file", { name, size: content.size });
        for await (const part of partsOf(content)) {
          tell((OF_BYTES * (n += part.length)) / size);
          await go("part", { part }, [part.buffer]);
        }
      }
      // On the page itself, in parts.
      if (worker === null) return here("read", { text, whyNot });
      return go("ask", { text });
    };
    return (handing = after(handing, hand));
  }

  // Reads the chosen files. One that is asked for takes the place of those that wait.
  let nRead = 0;
  const read = text => {
    const nth = ++nRead;
    return askOf(text, files, () => nth === nRead);
  };

  // Reads a file that is no part of the catalog, or where there is none the catalog of the page itself.
  const readOther = async (text, name, content) => askOf(text, [{ name, content: content ?? new Blob([await builtIn()]) }]);

  // The catalog of a page, out of the part that holds it.
  async function unpacked(type, text, most = Infinity) {
    if (type === "application/json") return text;
    const packed = await fetch("data:application/gzip;base64," + text);
    const reader = packed.body.pipeThrough(new DecompressionStream("gzip")).getReader();
    const copied = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > most) throw new Error(`> ${most / 1e6} MB`);
      copied.push(part.value);
    }
    return new Blob(copied);
  }

  // The catalog of the page itself.
  async function builtIn() {
    const part = document.getElementById("catalog");
    if (part) return unpacked(part.type, part.textContent);
    const answer = await fetch(new URL(document.getElementById("app").dataset.catalog ?? "catalog.json", document.baseURI));
    if (!answer.ok) throw new Error(`catalog.json: ${answer.status}`);
    return answer.blob();
  }

  // What the columns became of the list that the page was made of: it stands among the first members of the catalog.
  async function mappingOfPage() {
    const start = await new Blob([await builtIn()]).slice(0, PART).text();
    return /"import":(\{"column":\[\{.*?\}\]\})/s.exec(start)?.[1];
  }

  function dataUrl(content) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(content);
    });
  }

  // The files of the folder that this page is of: what its HTML names, the importer, and what stands beside it without being named.
  async function folder() {
    if (document.getElementById("module")) return [];
    const get = async (name, isNeeded) => {
      const answer = await fetch(new URL(name, document.baseURI)).catch(() => undefined);
      if (answer?.ok) return [name, new Uint8Array(await answer.arrayBuffer())];
      if (isNeeded) throw new Error(`${name}: ${answer?.status ?? ""}`);
      return undefined;
    };
    const page = await get("index.html", true);
    const html = new DOMParser().parseFromString(new TextDecoder().decode(page[1]), "text/html");
    const named = [...html.querySelectorAll("script[src], link[href]")].map(element => element.getAttribute("src") ?? element.getAttribute("href"));
    named.push(...[...html.querySelectorAll("script[data-wasm]")].map(script => script.dataset.wasm));
    const own = html.getElementById("app")?.dataset.own;
    if (own) named.push(...["js", "css", "wasm"].map(ending => `${own}.${ending}`));
    const isBeside = name => name && !/^[a-z]+:|^\/|\.\./i.test(name);
    const names = new Set(named.filter(isBeside).map(name => name.replace(/^\.\//, "")));
    const others = ["embed.js", "check.html", "check.js", "check.css", "share.png", "THIRD-PARTY.txt", "sample.csv", "sample.xlsx", "catalog.schema.json"];
    const all = [...[...names].map(name => get(name, true)), ...others.filter(name => !names.has(name)).map(name => get(name, false))];
    return [page, ...(await Promise.all(all)).filter(Boolean)];
  }

  // Adds a file, or a text under a name; in place of one of the same name. It is copied, in parts, to where the browser keeps such: a file
  // on disk may be written over meanwhile.
  // A page with everything inside stands for its catalog, of so many bytes at most.
  async function keep(name, content, most) {
    const copied = [];
    const inPage = /\.html?$/i.test(name) ? await catalogIn(new Blob([content]), most) : undefined;
    for await (const part of partsOf(new Blob([inPage ?? content]))) copied.push(new Blob([part]));
    files = [...files.filter(file => file.name !== name), { name, key: `${Date.now()} ${Math.random()}`, content: new Blob(copied) }];
  }

  // The catalog that a page with everything inside holds; of another page nothing.
  async function catalogIn(page, most) {
    const part = /<script type="(application\/json|text\/plain)" id="catalog">([^<]*)<\/script>/.exec(await page.text());
    return part ? unpacked(part[1], part[2], most) : undefined;
  }

  // Keeps the catalog of the page itself; its bytes.
  async function keepCatalogOfPage(name) {
    const content = new Blob([await builtIn()]);
    await keep(name, content);
    return String(content.size);
  }

  const focusUndo = isStill =>
    requestAnimationFrame(() => document.getElementById("own-undo")?.focus({ preventScroll: isStill }));

  // The files as they were before those that were chosen last: what they are again where nothing can be read with them.
  let marked = files;
  const markFiles = () => void (marked = files);
  const returnFiles = () => void (files = marked);

  function leave(name) {
    files = files.filter(file => file.name !== name);
  }

  // The page with everything inside, to which another catalog is given: the document's own source from disk, without what scripts have
  // put into it, else the file beside the page.
  async function source() {
    if (!document.getElementById("module")) {
      const answer = await fetch(new URL("competency-explorer.html", document.baseURI));
      if (!answer.ok) throw new Error(`competency-explorer.html: ${answer.status}`);
      // As the document's own source has it, so that pages are the same wherever they are made.
      return (await answer.text()).replace(/(<style id="dark" media=")[^"]*"/, '$1(prefers-color-scheme: dark)"');
    }
    const html = document.documentElement.cloneNode(true);
    for (const { name } of [...html.attributes]) if (name !== "lang") html.removeAttribute(name);
    html.querySelectorAll("[data-described], [data-own-part], #own").forEach(element => element.remove());
    const app = html.querySelector("#app");
    for (const { name } of [...app.attributes]) if (name !== "id") app.removeAttribute(name);
    app.setAttribute("data-catalog", "catalog.json");
    app.replaceChildren();
    html.querySelector("#dark")?.setAttribute("media", "(prefers-color-scheme: dark)");
    // When a page is read, blanks before the head are dropped, and those behind the body are moved into it: so its ends would change.
    const text = html.outerHTML.replace(/^(<html[^>]*>)\s*<head>\s*/, "$1\n<head>\n");
    return `<!DOCTYPE html>\n${text.replace(/\s*<\/body>\s*<\/html>\s*$/, "\n</body>\n</html>")}\n`;
  }

  // Has a file made of the catalog, and gives it to the reader; its name.
  async function save(text, today, isPage, isFolder, withImporter) {
    const { name, content } = await call("save", {
      text, today,
      html: isPage ? await source() : "",
      importer: isPage && withImporter ? parts : undefined,
      folder: isFolder ? await folder() : [],
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 20_000);
    return name;
  }

  // Work in progress is kept in the database of the browser on this device.
  function database(act) {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open("competency-explorer/own", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("draft");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction("draft", "readwrite");
        const request = act(transaction.objectStore("draft"));
        transaction.oncomplete = () => (database.close(), resolve(request.result));
        transaction.onabort = transaction.onerror = () => (database.close(), reject(transaction.error));
      };
    });
  }

  const partKey = ({ key }, nth) => `part ${key} ${nth}`;
  const partKeys = file => Array.from({ length: Math.ceil(file.content.size / PART) }, (_, nth) => partKey(file, nth));

  // Keeps the files with what was decided of them: the files once, each in parts, what was decided as often as it changes. That is asked at
  // once, so that it is known where the worker ends while files are written.
  let keeping;
  const keepDraft = () => {
    const now = files;
    const asking = call("decided").then(decided => (kept = decided));
    asking.catch(() => {});
    return (keeping = after(keeping, async () => putDraft(now, await asking)));
  };

  // Another page may keep its own draft meanwhile, in place of this one with its parts: then they are written once more.
  async function putDraft(now, decided) {
    for (let tries = 0; tries < 3; tries++) {
      for (const file of now.filter(file => !file.isKept)) {
        let nth = 0;
        for await (const part of partsOf(file.content)) await database(store => store.put(part, partKey(file, nth++)));
      }
      await database(store => {
        const keys = store.getAllKeys();
        keys.onsuccess = () => {
          const there = new Set(keys.result);
          for (const file of now) file.isKept = partKeys(file).every(key => there.delete(key));
          if (!now.every(file => file.isKept)) return;
          store.put(now.map(({ name, key, content: { size } }) => ({ name, key, size })), "files");
          store.put(decided, "decided");
          for (const key of there) if (key.startsWith("part ")) store.delete(key);
        };
        return keys;
      });
      if (now.every(file => file.isKept)) return;
    }
    throw new Error("the files are not kept");
  }

  const dropDraft = () => {
    kept = undefined;
    return (keeping = after(keeping, () => {
      for (const file of files) file.isKept = false;
      return database(store => store.clear());
    }));
  };

  // What was decided, in a draft of an earlier version, which kept title and description as they are and not as edits.
  function withHead(json) {
    const { wishes, ...head } = JSON.parse(json);
    const edits = ["title", "description"].filter(key => head[key]).map(key => ({ edit: "set_head", key, value: head[key] }));
    return JSON.stringify({ wishes, edits, n_in_force: edits.length });
  }

  // The files and what was decided of them, as they are kept.
  async function stored() {
    let decided, earlier;
    let stored = await database(store => {
      decided = store.get("decided");
      earlier = store.get("draft");
      return store.get("files");
    });
    decided = decided.result;
    // Pages of earlier versions kept both under one key. They are put where they are now.
    if (earlier.result) {
      if (!stored) {
        stored = earlier.result.files;
        decided = withHead(earlier.result.decided);
      }
      await database(store => {
        store.put(stored, "files");
        store.put(decided, "decided");
        return store.delete("draft");
      });
    }
    return stored?.length && decided !== undefined ? { stored, decided } : undefined;
  }

  // A file as it is kept; pages of earlier versions kept its bytes in one.
  async function restored(file) {
    if (file.bytes) return { name: file.name, key: `${Date.now()} ${Math.random()}`, content: new Blob([file.bytes]) };
    const copied = [];
    for (let nth = 0; nth * PART < file.size; nth++) {
      const part = await database(store => store.get(partKey(file, nth)));
      if (!part) throw new Error(`${file.name}: part ${nth + 1}`);
      copied.push(new Blob([part]));
    }
    return { name: file.name, key: file.key, content: new Blob(copied), isKept: true };
  }

  // The names and sizes of the files that are kept.
  async function draft() {
    const found = await stored();
    return found && JSON.stringify(found.stored.map(file => [file.name, file.size ?? file.bytes.length]));
  }

  // Takes up what is kept: its files are the chosen ones, and what was decided of them is asked for.
  async function takeUp() {
    const { stored: of, decided } = await stored();
    const taken = [];
    for (const file of of) taken.push(await restored(file));
    files = taken;
    kept = decided;
    return resume();
  }

  // Goes on where the work was when it was kept last: behind a reading that was ended, and its worker with it.
  const resume = async () => kept && ask(takingUp(kept));

  // Ends what is under way, and begins with nothing: no file, no edit, no draft.
  function forget() {
    end("cancelled");
    kept = undefined;
    ask(takingUp("{}")).catch(() => {});
    dropDraft().catch(() => {});
  }

  return {
    open, ask, read, readOther, dataUrl, keep, keepCatalogOfPage, mappingOfPage, focusUndo, leave, markFiles, returnFiles, save, keepDraft, dropDraft, forget, draft, takeUp, resume, progress,
    cancel: () => end("cancelled"),
    // The files of an event of a drop, or of a control, which is empty again then.
    chosen(event) {
      const of = event.dataTransfer ?? event.target;
      const chosen = [...of.files];
      if (of === event.target) of.value = "";
      return chosen;
    },
  };
})();
