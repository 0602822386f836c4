// The part of "Make your own" that talks to the browser. It follows the glue of the module in one script, which runs twice: in the
// page, and in a worker that the page makes of the text of this very script, where files are read.
"use strict";
var ownPage = (function () {
  if (typeof document === "undefined") {
    let ready;
    onmessage = async ({ data: { wasm, files, wishes } }) => {
      try {
        await (ready ??= own_bindgen({ module_or_path: wasm }));
        postMessage({ answer: own_bindgen.read(files.map(file => file.name), files.map(file => file.bytes), wishes) });
      } catch (error) {
        postMessage({ error: String(error) });
      }
    };
    return {};
  }

  // What boot.js hands over: `script` and `style` are texts, `wasm` bytes, `inFile` says whether they stand in the page.
  let parts;
  // The chosen files, with their bytes: they never pass through the module of the page.
  let files = [];
  let worker;
  let giveUp;

  async function open(handed) {
    parts = handed;
    await own_bindgen({ module_or_path: parts.wasm.slice(0) });
    own_bindgen.open_own(document.getElementById("own"));
  }

  function startWorker() {
    const address = URL.createObjectURL(new Blob([parts.script], { type: "text/javascript" }));
    const started = new Worker(address);
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return started;
  }

  // Reads the chosen files: in a worker, or where none may be made on the page itself, which stands still meanwhile.
  function read(wishes) {
    cancel();
    return new Promise((resolve, reject) => {
      const here = () => setTimeout(() => {
        try {
          resolve(own_bindgen.read(files.map(file => file.name), files.map(file => file.bytes), wishes));
        } catch (error) {
          reject(error);
        }
      }, 50);
      giveUp = reject;
      try {
        worker ??= startWorker();
      } catch {
        return here();
      }
      worker.onerror = event => {
        event.preventDefault();
        cancel();
        here();
      };
      worker.onmessage = ({ data: { answer, error } }) => {
        giveUp = undefined;
        if (error === undefined) return resolve(answer);
        // What trapped is in no state to go on.
        worker?.terminate();
        worker = undefined;
        reject(error);
      };
      worker.postMessage({ wasm: parts.wasm, files, wishes });
    });
  }

  // Ends a reading that is under way.
  function cancel() {
    if (!giveUp) return;
    worker?.terminate();
    worker = undefined;
    giveUp("cancelled");
    giveUp = undefined;
  }

  // Adds a file, or a text under a name; in place of one of the same name.
  async function keep(name, content) {
    const bytes = new Uint8Array(typeof content === "string" ? new TextEncoder().encode(content) : await content.arrayBuffer());
    files = [...files.filter(file => file.name !== name), { name, bytes }];
  }

  function leave(name) {
    files = files.filter(file => file.name !== name);
  }

  // The page with everything inside, to which another catalog is given: the document's own source from disk, without what scripts have
  // put into it, else the file beside the page.
  async function source() {
    if (!document.getElementById("module")) {
      const answer = await fetch(new URL("competency-explorer.html", document.baseURI));
      if (!answer.ok) throw new Error(`competency-explorer.html: ${answer.status}`);
      return answer.text();
    }
    const html = document.documentElement.cloneNode(true);
    for (const { name } of [...html.attributes]) if (name !== "lang") html.removeAttribute(name);
    html.querySelectorAll("[data-described], [data-own-part], #own").forEach(element => element.remove());
    const app = html.querySelector("#app");
    for (const { name } of [...app.attributes]) if (name !== "id") app.removeAttribute(name);
    app.setAttribute("data-catalog", "catalog.json");
    app.replaceChildren();
    html.querySelector("#dark")?.setAttribute("media", "(prefers-color-scheme: dark)");
    return `<!DOCTYPE html>\n${html.outerHTML}\n`;
  }

  function save(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 20_000);
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

  // Keeps the files with what was decided of them.
  const keepDraft = decided => database(store => store.put({ files, decided }, "draft"));
  const dropDraft = () => database(store => store.delete("draft"));

  // What was decided, and the names of the files; their bytes are taken up when the draft is.
  async function draft(takeUp) {
    const kept = await database(store => store.get("draft"));
    if (!kept?.files?.length) return undefined;
    if (takeUp) files = kept.files;
    return JSON.stringify({ names: kept.files.map(file => file.name), sizes: kept.files.map(file => file.bytes.length), decided: kept.decided });
  }

  return {
    open, read, cancel, keep, leave, source, save, keepDraft, dropDraft, draft,
    script: () => parts.script,
    style: () => parts.style,
    wasm: () => new Uint8Array(parts.wasm),
    // The files of an event of a drop, or of a control, which is empty again then.
    chosen(event) {
      const of = event.dataTransfer ?? event.target;
      const chosen = [...of.files];
      if (of === event.target) of.value = "";
      return chosen;
    },
  };
})();
