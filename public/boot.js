// Starts the page: hands the app its parts and says so when it can't run. The same script serves the hosted folder, where the
// parts are files, and the single file, where they stand in the page as #module, #catalog and perhaps #index.
"use strict";
(function () {
  const root = document.documentElement;
  root.dataset.state = "loading";
  // What stands in the page (src/page/first.js) waits no longer.
  clearTimeout(self.late);

  // Scripts run: the line that says they don't goes as soon as it is there, for the sheet that hides it may not come.
  function hideNoScripts() {
    const line = document.getElementById("no-scripts");
    if (line) line.hidden = true;
    return line;
  }
  if (!hideNoScripts()) {
    const observer = new MutationObserver(() => hideNoScripts() && observer.disconnect());
    observer.observe(root, { childList: true, subtree: true });
  }

  // What a part holds that is packed as gzip + base64. The browser decodes both faster than any script could.
  async function unpacked(part, type) {
    const packed = await fetch("data:application/gzip;base64," + part.textContent);
    const stream = packed.body.pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "content-type": type } });
  }

  // Gives the catalog that stands in the page an address of its own, from which the app fetches it as it would a file.
  async function addressCatalog() {
    const part = document.getElementById("catalog");
    if (!part) return;
    const type = "application/json";
    const json = part.type === type ? new Blob([part.textContent], { type }) : await (await unpacked(part, type)).blob();
    document.getElementById("app").dataset.catalog = URL.createObjectURL(json);
  }

  // The same for the saved index of the catalog, where the page has one.
  async function addressIndex() {
    const part = document.getElementById("index");
    if (!part) return;
    const index = await (await unpacked(part, "application/octet-stream")).blob();
    document.getElementById("app").dataset.index = URL.createObjectURL(index);
  }

  // In the single file the licence notices stand in the page: they are unpacked when somebody wants them.
  async function saveNotices(event) {
    const [part, link] = [document.getElementById("notices"), event.target.closest?.("#notices-link")];
    if (!part || !link || link.download) return;
    event.preventDefault();
    const text = await (await unpacked(part, "text/plain;charset=utf-8")).blob();
    link.download = link.getAttribute("href");
    link.href = URL.createObjectURL(text);
    link.click();
  }

  // Resolves when the script of the module has run. Nothing waits for it but the app: WebKit keeps this script back behind one that
  // holds up the page (`defer`), and could not say that it does not come.
  function moduleScript() {
    return new Promise((resolve, reject) => {
      const hasRun = () => typeof wasm_bindgen === "function";
      const settle = () => hasRun() ? resolve() : reject(new Error("the script of the module did not come"));
      if (hasRun() || document.readyState === "complete") return settle();
      for (const name of ["load", "error"]) document.querySelector("script[data-wasm]")?.addEventListener(name, settle);
      addEventListener("load", settle);
    });
  }

  // What the module is made from: a response that streams it, or where to fetch it.
  function module() {
    const part = document.getElementById("module");
    if (part) return unpacked(part, "application/wasm");
    const script = document.querySelector("script[data-wasm]");
    return new URL(script.dataset.wasm, document.baseURI);
  }

  // Why the app does not run. The texts stand at the plain list, which `explorer` writes in the language of the page.
  function reason(texts) {
    if (typeof WebAssembly !== "object") return texts.noWasm;
    if (typeof DecompressionStream !== "function") return texts.tooOld;
    if (location.protocol === "file:" && !document.getElementById("module")) return texts.needsServer;
    return texts.notStarted;
  }

  // The texts of this script: `explorer` writes them to the plain list.
  const messages = () => document.getElementById("plain")?.dataset ?? {};

  // A button that loads the page anew: the address keeps what the reader asked for.
  function retryButton(texts) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = texts.tryAgain ?? "";
    button.addEventListener("click", () => location.reload());
    return button;
  }

  // While the page loads, its parts show that they get on: this script when a part is there, the app at each slice of the catalog
  // (`data-loaded`). Where nothing does for so long, the page says so, and takes it back when something does.
  const PATIENCE = 15_000;
  let timer;

  function sayStalled() {
    const [app, texts] = [document.getElementById("app"), messages()];
    // A sheet that does not come holds back what is painted, and the scripts behind it.
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) if (!link.sheet) link.remove();
    if (!app || !texts.stalled) return progressed();
    const place = document.getElementById("loading") ?? document.createElement("div");
    if (!place.id) {
      place.id = "loading";
      place.setAttribute("role", "status");
      app.append(place);
    }
    const stalled = document.createElement("p");
    stalled.id = "stalled";
    stalled.append(texts.stalled, " ", retryButton(texts));
    place.append(stalled);
  }

  function progressed() {
    clearTimeout(timer);
    document.getElementById("stalled")?.remove();
    if (root.dataset.state === "loading") timer = setTimeout(sayStalled, PATIENCE);
  }

  // A module that trapped may be in the middle of anything: nothing that happens to the page reaches it any more.
  let isDead = false;
  const CALLS = "popstate hashchange storage message focus focusin blur pageshow keydown resize load beforeprint afterprint " +
    "pointerover pointerdown pointermove pointerup pointercancel";

  function keepFromDead(event) {
    if (isDead && !event.target.closest?.("#failure, #plain")) event.stopImmediatePropagation();
  }

  function fail(error) {
    const hadStarted = root.dataset.state === "ready";
    isDead = true;
    root.dataset.state = "failed";
    delete root.dataset.making;
    const plain = document.getElementById("plain");
    if (plain) plain.hidden = false;
    const texts = messages();
    const failure = document.createElement("div");
    failure.id = "failure";
    failure.setAttribute("role", "alert");
    const heading = document.createElement("h2");
    heading.textContent = (hadStarted ? texts.hasStopped : texts.couldNotStart) ?? "";
    const text = document.createElement("p");
    text.textContent = [reason(texts), texts.listBelow].join(" ");
    failure.append(heading, text);
    // Loading anew helps where the module stopped or did not arrive; the address keeps what the reader asked for.
    if (hadStarted || reason(texts) === texts.notStarted) failure.append(retryButton(texts));
    document.getElementById("app").replaceChildren(failure);
    if (error) console.info("competency-explorer:", error);
  }

  // Whether the page may load itself anew: once, where the browser remembers that it did, and not as a matter of course.
  function mayRestart() {
    const mark = "competency-explorer:restarted";
    try {
      const hasRestarted = sessionStorage.getItem(mark) !== null;
      if (hasRestarted) sessionStorage.removeItem(mark);
      else sessionStorage.setItem(mark, "");
      return !hasRestarted;
    } catch {
      return false;
    }
  }

  // A trap ends the module for good. WebKit was seen to trap, rarely and only while the page loads, where the module is sound:
  // then loading the page anew helps, and the address keeps what the reader asked for.
  function trapped(event) {
    if (!isTrap(event)) return;
    if (root.dataset.state === "loading" && mayRestart()) location.reload();
    else if (root.dataset.state !== "failed") fail(event.error || event.reason);
  }

  // From disk, WebKit keeps back what an error in the module is: the event has no error and says "Script error." In the single file
  // there are no scripts but the app's.
  function isTrap({ type, error, reason, message }) {
    if (typeof WebAssembly !== "object") return false;
    if ((error || reason) instanceof WebAssembly.RuntimeError) return true;
    return type === "error" && !error && /^script error/i.test(message) && location.protocol === "file:" && document.getElementById("module") !== null;
  }

  // Browsers translate a page by putting a <font> in place of each text, while the app goes on writing to the text that it knows.
  // So that text stays where it was, before its translation and empty; what is written to it takes the translation's place, and
  // is translated anew. Where the app takes the text away, the translation goes too.
  function renewTranslations(app) {
    const translations = new WeakMap();
    const originals = new WeakMap();
    const emptied = new WeakSet();
    const isNew = node => node && node.nodeName === "FONT" && node.isConnected && !originals.has(node);

    function keep(text, font) {
      translations.set(text, font);
      originals.set(font, { text, data: text.data });
      font.before(text);
      emptied.add(text);
      text.data = "";
    }

    function drop(text) {
      const font = translations.get(text);
      translations.delete(text);
      font.remove();
    }

    function removed(node, { addedNodes, previousSibling, nextSibling }) {
      if (originals.has(node)) {
        // The browser shows the page as it was written.
        const { text, data } = originals.get(node);
        if (translations.get(text) === node) {
          translations.delete(text);
          text.data = data;
        }
      } else if (node.nodeType === Node.TEXT_NODE && !node.isConnected) {
        const font = [...addedNodes, previousSibling, nextSibling].find(isNew);
        if (translations.has(node)) drop(node);
        else if (font) keep(node, font);
      }
    }

    new MutationObserver(records => {
      for (const record of records) {
        const { target } = record;
        if (record.type === "childList") record.removedNodes.forEach(node => removed(node, record));
        else if (translations.has(target) && !(emptied.delete(target) && target.data === "")) drop(target);
      }
    }).observe(app, { childList: true, characterData: true, subtree: true });
  }

  // "Make your own" (#/own) is a page of its own, whose module readers never fetch: it stands in the file, or beside the page. While
  // it is open, the app is hidden and hears of no address.
  const isOwnAsked = () => /^#\/own\b/.test(location.hash);
  let own;

  async function ownParts() {
    const [script, style, module] = ["script", "style", "module"].map(id => document.getElementById(`own-${id}`));
    if (module) return { script: script.textContent, style: style.textContent, wasm: await (await unpacked(module, "application/wasm")).arrayBuffer() };
    const base = document.getElementById("app").dataset.own;
    if (!base) throw new Error("this file has no page for making catalogs in it");
    const file = async ending => {
      const answer = await fetch(new URL(`${base}.${ending}`, document.baseURI));
      if (!answer.ok) throw new Error(`${base}.${ending}: ${answer.status}`);
      return answer;
    };
    const [js, css, wasm] = await Promise.all(["js", "css", "wasm"].map(file));
    return { script: await js.text(), style: await css.text(), wasm: await wasm.arrayBuffer(), base };
  }

  // Adds a script or a style sheet to the page: by its text, which the policy of the single file allows, or by its address.
  function addPart(tag, text, attributes) {
    return new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(tag), attributes ?? { textContent: text });
      element.dataset.ownPart = "";
      if (attributes) [element.onload, element.onerror] = [resolve, reject];
      document.head.append(element);
      if (!attributes) resolve();
    });
  }

  async function openOwn() {
    const place = document.createElement("div");
    place.id = "own";
    document.body.append(place);
    try {
      const parts = await ownParts();
      const at = ending => new URL(`${parts.base}.${ending}`, document.baseURI).href;
      await addPart(...(parts.base ? ["link", "", { rel: "stylesheet", href: at("css") }] : ["style", parts.style]));
      await addPart("script", parts.script, parts.base && { src: at("js") });
      await window.ownPage.open(parts);
    } catch (error) {
      const texts = messages();
      const text = document.createElement("p");
      text.setAttribute("role", "alert");
      const back = Object.assign(document.createElement("a"), { href: "#/", textContent: texts.ownBack ?? "" });
      // What the file does not hold no other attempt finds.
      const parts = root.dataset.noOwn === undefined ? [texts.ownFailed ?? "", " ", retryButton(texts)] : [texts.ownMissing ?? ""];
      text.append(...parts, " ", back);
      place.replaceChildren(text);
      console.info("competency-explorer:", error);
    }
  }

  function followOwn(event) {
    const isShown = root.dataset.making !== undefined;
    if (isOwnAsked()) {
      event?.stopImmediatePropagation();
      if (isShown) return;
      root.dataset.making = document.title;
      if (!hasStarted) root.dataset.state = "own";
      (own ??= openOwn()).then(() => {
        const title = document.getElementById("own-title");
        if (!title || !isOwnAsked()) return;
        document.title = title.textContent;
        title.focus();
      });
    } else if (isShown) {
      document.title = root.dataset.making;
      delete root.dataset.making;
      if (!hasStarted) startApp();
    }
  }

  let [hasBegun, hasStarted] = [false, false];

  // Once all of the page is there.
  function start() {
    if (hasBegun) return;
    hasBegun = true;
    document.getElementById("no-scripts")?.remove();
    if (document.getElementById("app").dataset.own === undefined && !document.getElementById("own-module")) root.dataset.noOwn = "";
    addEventListener("hashchange", followOwn, true);
    addEventListener("popstate", followOwn, true);
    if (isOwnAsked()) followOwn();
    else startApp();
  }

  async function startApp() {
    hasStarted = true;
    root.dataset.state = "loading";
    renewTranslations(document.getElementById("app"));
    try {
      if (typeof WebAssembly !== "object") return fail();
      await Promise.all([moduleScript(), addressCatalog(), addressIndex()]);
      progressed();
      await wasm_bindgen({ module_or_path: await module() });
    } catch (error) {
      fail(error);
    }
  }

  progressed();
  new MutationObserver(progressed).observe(root, { attributeFilter: ["data-state", "data-loaded"] });
  // In the window's capture phase, and before the app's: nothing comes earlier.
  for (const name of CALLS.split(" ")) addEventListener(name, keepFromDead, true);
  addEventListener("error", trapped);
  addEventListener("unhandledrejection", trapped);
  document.addEventListener("click", saveNotices);
  // This script holds nothing up, so it may come when the page is there already.
  for (const name of ["DOMContentLoaded", "load"]) addEventListener(name, start);
  const isThere = performance.getEntriesByType("navigation")[0]?.domContentLoadedEventStart > 0;
  if (isThere || document.readyState === "complete") start();
})();
