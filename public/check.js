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

  function verdict() {
    if (!isFramed) return "This page is not in a frame: paste the check into a page of your website, and look there.";
    if (hasScript) return "Everything works here: paste the whole snippet. The explorer takes the height of its content, and your page’s address follows it.";
    return "Frames work here, our script does not: paste the whole snippet or the frame alone. The explorer has a fixed height and scrolls inside.";
  }

  function say() {
    document.getElementById("verdict").textContent = verdict();
    const facts = [
      hasScript ? "embed.js runs: height, address and events are connected." : "embed.js was not heard from.",
      isSealed ? "The frame is sealed (sandbox): lists live as long as the page, files are copied instead of saved." : "The frame is not sealed.",
      canStore() ? "Readers’ lists are kept on their device." : "Readers’ lists are kept only until the page is closed.",
      typeof WebAssembly === "object" ? "This browser can run the explorer." : "This browser is too old for the explorer.",
    ];
    const list = document.getElementById("facts");
    list.replaceChildren(...facts.map((fact) => Object.assign(document.createElement("li"), { textContent: fact })));
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
