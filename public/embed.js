// Competency Explorer on any website: <competency-explorer> around a frame. MIT licence, no dependency, nothing is sent anywhere.
// It adopts the frame that stands in the element, or makes one; keeps it as high as its content; mirrors what a reader does into
// this page's own address, under a prefix; and tells this page by the events explorer:filter and explorer:open.
// docs/embedding.md describes attributes, events and messages.
(() => {
  "use strict";
  if (!window.customElements || customElements.get("competency-explorer")) return;
  const script = document.currentScript || document.querySelector('script[src*="embed.js"]');
  const base = new URL(".", script.src);
  const VERSION = 1;
  const LOWEST = 100, HIGHEST = 100000;
  // Attributes that are the element's own; all others are words of the explorer's address.
  const OWN = /^(src|title|height|loading|prefix|deep-links|check|class|id|style|slot|hidden|lang|dir|role|query|on.*|data-.*|aria-.*)$/;
  const SKIN = ["accent", "background", "text", "font", "radius"];
  let count = 0;

  const strong = (element, styles) => {
    for (const name in styles) element.style.setProperty(name, styles[name], "important");
  };

  class CompetencyExplorer extends HTMLElement {
    connectedCallback() {
      if (this.frame) return this.listen(true);
      // The frame inside may not be there yet while this page is being read.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.begin(), { once: true });
      else this.begin();
    }

    disconnectedCallback() {
      if (this.frame) this.listen(false);
    }

    begin() {
      if (this.frame || !this.isConnected) return;
      count += 1;
      this.mark = this.getAttribute("prefix") || (count > 1 ? "explorer" + count : "explorer");
      this.mirrors = this.getAttribute("deep-links") !== "off";
      const height = this.getAttribute("height") || "auto";
      this.isAuto = height === "auto";
      const there = this.querySelector("iframe");
      const frame = this.frame = there || document.createElement("iframe");
      for (const child of this.children) if (child !== frame && !child.contains(frame)) strong(child, { display: "none" });
      strong(this, { display: "block" });
      strong(frame, {
        display: "block", width: "100%", "max-width": "none", margin: "0", padding: "0", border: "0",
        height: this.isAuto ? (frame.getAttribute("height") || 600) + "px" : /^\d+$/.test(height) ? height + "px" : height,
        "max-height": "none", "min-height": "0", "box-sizing": "border-box", "color-scheme": "auto", opacity: "1", transform: "none",
      });
      if (!there) {
        frame.title = this.title || "Competency Explorer";
        frame.loading = this.getAttribute("loading") || "lazy";
      }
      if (!this.hasAttribute("check")) {
        const address = this.address();
        if (!there || !same(frame.src, address)) frame.src = address;
      }
      this.listen(true);
      if (!there) this.append(frame);
      else this.greet();
    }

    // The explorer's address: the attributes as its query part.
    address() {
      const address = new URL("index.html", base);
      const query = new URLSearchParams(this.getAttribute("query") || "");
      for (const { name, value } of this.attributes) {
        if (!OWN.test(name)) value.split("|").forEach((part) => query.append(name, part.trim()));
      }
      if (this.lang) query.set("lang", this.lang);
      const catalog = this.getAttribute("src");
      if (catalog && new URL(catalog, document.baseURI).href !== new URL("catalog.json", base).href) {
        query.set("catalog", new URL(catalog, document.baseURI).href);
      }
      query.set("embed", "");
      address.search = query;
      return address.href;
    }

    listen(on) {
      const change = on ? "addEventListener" : "removeEventListener";
      this.heard = this.heard || ((event) => this.hear(event));
      this.moved = this.moved || (() => this.send("state", { fragment: this.read() }));
      this.scrolled = this.scrolled || (() => this.later("seen", () => this.see()));
      this.printing = this.printing || ((event) => this.print(event.type === "beforeprint"));
      window[change]("message", this.heard);
      if (this.mirrors) ["popstate", "hashchange"].forEach((name) => window[change](name, this.moved));
      if (this.isAuto) ["scroll", "resize"].forEach((name) => window[change](name, this.scrolled, { passive: true, capture: true }));
      ["beforeprint", "afterprint"].forEach((name) => window[change](name, this.printing));
    }

    // Only the window in the frame is heard, and only from where the frame leads.
    hear({ source, origin, data }) {
      if (source !== this.frame.contentWindow || !data || data.explorer !== VERSION) return;
      const { origin: expected, protocol } = new URL(this.frame.src, document.baseURI);
      const sandbox = this.frame.getAttribute("sandbox");
      const isSealed = protocol === "file:" || (sandbox !== null && !/allow-same-origin/.test(sandbox));
      if (origin !== (isSealed ? "null" : expected)) return;
      if (data.type === "ready") this.greet();
      if (data.type === "height") this.grow(Number(data.height));
      if (data.type === "state") this.mirror(data);
      if (data.type === "open") this.tell("open", { id: String(data.id), title: String(data.title), url: String(data.url) });
      if (data.type === "top") this.show();
    }

    send(type, fields) {
      const frame = this.frame.contentWindow;
      // A sealed frame has no origin to name; what is sent is what this page's address says anyway.
      if (frame) frame.postMessage({ explorer: VERSION, type, ...fields }, "*");
    }

    greet() {
      this.send("hello", { auto: this.isAuto, mirror: this.mirrors, fragment: this.mirrors ? this.read() : null, skin: this.skin() });
      if (this.isAuto) this.see();
    }

    // Colours and fonts of attributes and of custom properties, as this page's style computes them.
    skin() {
      const skin = {}, style = getComputedStyle(this), probe = document.createElement("span");
      for (const name of SKIN) {
        const value = (this.getAttribute(name) || style.getPropertyValue("--explorer-" + name)).trim();
        if (!value) continue;
        skin[name] = value;
        if (name === "font" || name === "radius") continue;
        probe.style.color = "";
        probe.style.color = value;
        if (!probe.style.color) continue;
        this.append(probe);
        skin[name] = getComputedStyle(probe).color;
        probe.remove();
      }
      return skin;
    }

    // At most one change a frame, whatever is said.
    later(name, act) {
      const waiting = "waits-" + name;
      const isWaiting = this[waiting];
      this[waiting] = act;
      if (!isWaiting) requestAnimationFrame(() => {
        const last = this[waiting];
        this[waiting] = null;
        last();
      });
    }

    grow(height) {
      if (!(height >= LOWEST && height <= HIGHEST)) return;
      this.content = Math.ceil(height);
      if (this.isAuto) this.later("height", () => strong(this.frame, { height: this.content + "px" }));
    }

    // All of it is printed, also of a frame that scrolls.
    print(isBefore) {
      if (this.isAuto || !this.content) return;
      if (isBefore) this.kept = this.frame.style.height;
      strong(this.frame, { height: isBefore ? this.content + "px" : this.kept });
    }

    see() {
      const { top } = this.frame.getBoundingClientRect();
      this.send("seen", { end: Math.max(0, innerHeight - top) });
    }

    show() {
      const { top } = this.frame.getBoundingClientRect();
      if (top < 0 && this.contains(document.activeElement)) window.scrollBy({ top: top - 16, behavior: "instant" });
    }

    // This page's fragment: what is ours begins with the prefix and a point; all else is left alone.
    parts(ours) {
      const isOurs = (part) => part === this.mark + "=" || part.startsWith(this.mark + ".");
      return location.hash.slice(1).split("&").filter((part) => part && isOurs(part) === ours);
    }

    read() {
      const parts = this.parts(true);
      if (!parts.length) return null;
      const own = parts.filter((part) => part !== this.mark + "=").map((part) => part.slice(this.mark.length + 1));
      return own.length ? "#/?" + own.join("&") : "#/";
    }

    mirror({ fragment, home, push, total }) {
      fragment = String(fragment);
      const isFirst = this.fragment === undefined, isNew = this.fragment !== fragment;
      this.fragment = fragment;
      if (isFirst || !isNew) return;
      if (this.mirrors) this.write(fragment, fragment === home, push);
      this.tell("filter", { address: fragment, total: Number(total) });
    }

    write(fragment, isHome, push) {
      const own = fragment.replace(/^#\/?\??/, "").split("&").filter(Boolean).map((part) => this.mark + "." + part);
      if (!own.length && !isHome) own.push(this.mark + "=");
      const hash = this.parts(false).concat(isHome ? [] : own).join("&");
      const plain = (parts) => parts.split("&").sort().join("&");
      // In whatever order it says so already: after Back, or where a link led here.
      if (plain(hash) === plain(location.hash.slice(1))) return;
      const address = hash ? "#" + hash : location.pathname + location.search;
      try {
        if (push) history.pushState(null, "", address);
        else history.replaceState(history.state, "", address);
      } catch { /* Where a page has no history, its address stays as it is. */ }
    }

    tell(what, detail) {
      this.dispatchEvent(new CustomEvent("explorer:" + what, { bubbles: true, detail }));
    }
  }

  // Whether two addresses say the same, in whatever order.
  function same(a, b) {
    const plain = (address) => {
      const url = new URL(address, document.baseURI);
      url.searchParams.sort();
      return url.href;
    };
    return plain(a) === plain(b);
  }

  customElements.define("competency-explorer", CompetencyExplorer);
})();
