// Starts the page: hands the app its parts and says so when it can't run. The same script serves the hosted folder, where the
// parts are files, and the single file, where they stand in the page as #module and #catalog.
"use strict";
(function () {
  const root = document.documentElement;
  root.dataset.state = "loading";

  // The bytes of a part that is packed as gzip + base64.
  async function unpacked(part) {
    const packed = atob(part.textContent);
    const bytes = Uint8Array.from(packed, (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  // Gives the catalog that stands in the page an address of its own, from which the app fetches it as it would a file.
  async function addressCatalog() {
    const part = document.getElementById("catalog");
    if (!part) return;
    const json = part.type === "application/json" ? part.textContent : await unpacked(part);
    const address = URL.createObjectURL(new Blob([json], { type: "application/json" }));
    document.getElementById("app").dataset.catalog = address;
  }

  // What the module is made from: its bytes, or where to fetch them.
  function module() {
    const part = document.getElementById("module");
    if (part) return unpacked(part);
    const script = document.querySelector("script[data-wasm]");
    return new URL(script.dataset.wasm, document.baseURI);
  }

  function reason() {
    if (typeof WebAssembly !== "object") {
      return "This browser can’t run WebAssembly, which search and filters need. A current version of any browser can.";
    }
    if (typeof DecompressionStream !== "function") {
      return "This browser is too old for search and filters. A current version of any browser can run them.";
    }
    if (location.protocol === "file:" && !document.getElementById("module")) {
      return "This folder needs a web server. To open the explorer from disk, use the file competency-explorer.html.";
    }
    return "Search and filters could not start. Loading the page again may help.";
  }

  function fail(error) {
    root.dataset.state = "failed";
    const failure = document.createElement("div");
    failure.id = "failure";
    failure.setAttribute("role", "alert");
    const heading = document.createElement("h2");
    heading.textContent = "The explorer could not start";
    const text = document.createElement("p");
    text.textContent = reason() + " Below is the plain list of resources.";
    failure.append(heading, text);
    document.getElementById("app").replaceChildren(failure);
    if (error) console.info("competency-explorer:", error);
  }

  async function start() {
    try {
      if (typeof WebAssembly !== "object") return fail();
      await addressCatalog();
      await wasm_bindgen({ module_or_path: await module() });
    } catch (error) {
      fail(error);
    }
  }

  document.addEventListener("DOMContentLoaded", start);
})();
