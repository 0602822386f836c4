"use strict";
(() => {
  const root = document.documentElement;
  root.dataset.state = "loading";
  if (parent !== self || /[?&](embed|hide)/.test(location.search)) root.dataset.framed = "";
  const asks = [...new URLSearchParams(location.search).keys()].some(key => !/^(utm_.*|scheme|lang|accent|background|text|font|radius)$/.test(key));
  if (!asks && /^(#\/?\??)?$/.test(location.hash)) root.dataset.home = "";
  const list = () => delete root.dataset.state;
  self.late = setTimeout(list, 15000);
  addEventListener("error", ({ target }) => target.id === "boot" && list(), true);
  let scheme = null;
  try {
    scheme = localStorage.getItem("competency-explorer/scheme");
  } catch {}
  if (parent !== self || !["light", "dark"].includes(scheme) || /[?&](scheme|background|embed)\b/.test(location.search)) return;
  new MutationObserver((_, observer) => {
    const dark = document.getElementById("dark");
    if (!dark) return;
    dark.media = scheme === "dark" ? "screen" : "not all";
    root.style.colorScheme = scheme;
    observer.disconnect();
  }).observe(root, { childList: true, subtree: true });
})();
