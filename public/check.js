// Says what the website around this frame allows: the three ways of docs/embedding.md, found out by trying.
"use strict";
(() => {
  const PATIENCE = 1500;
  const isFramed = parent !== self;
  const isSealed = self.origin === "null" && location.protocol !== "file:";
  let hasScript = false;

  function canStore() {
    try {
      localStorage.setItem("competency-explorer/check", "1");
      localStorage.removeItem("competency-explorer/check");
      return true;
    } catch {
      return false;
    }
  }

  // The texts stand in the page, which `explorer` writes in the language of the catalog.
  function verdict(verdicts) {
    if (!isFramed) return verdicts.alone;
    return hasScript ? verdicts.script : verdicts.frame;
  }

  function say() {
    const line = document.getElementById("verdict");
    line.textContent = verdict(line.dataset);
    const list = document.getElementById("facts");
    const facts = list.dataset;
    const found = [
      hasScript ? facts.script : facts.noScript,
      isSealed ? facts.sealed : facts.notSealed,
      canStore() ? facts.stored : facts.notStored,
      typeof WebAssembly === "object" ? facts.canRun : facts.tooOld,
    ];
    list.replaceChildren(...found.map((fact) => Object.assign(document.createElement("li"), { textContent: fact })));
    document.documentElement.dataset.tier = !isFramed ? "alone" : hasScript ? "script" : "frame";
    tell("height", { height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
  }

  function tell(type, fields) {
    if (isFramed) parent.postMessage({ explorer: 1, type, ...fields }, "*");
  }

  addEventListener("message", (event) => {
    if (event.source !== parent || !event.data || event.data.explorer !== 1 || event.data.type !== "hello") return;
    hasScript = true;
    say();
  });
  tell("ready", {});
  setTimeout(say, isFramed ? PATIENCE : 0);
})();
