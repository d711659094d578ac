// The page works without this file: every view is made by the server and has an address. Here is what makes it quicker:
// links and forms change the page in place, the search box completes names, and the free layout is drawn.

import { addArticles } from "./add.js";
import { complete } from "./complete.js";
import { addJudging } from "./judge.js";
import { drawFree } from "./free.js";
import { addTime } from "./time.js";

const main = () => document.getElementById("main");
let running; // the page that is being fetched

start();

function start() {
  complete(document.querySelector(".search"), (url) => go(url));
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("change", onChange);
  document.addEventListener("keydown", onKey);
  window.addEventListener("popstate", () => go(location.href, { history: false }));
  dress();
}

// dress gives a page that came from the server what only a script can do.
function dress() {
  for (const figure of document.querySelectorAll("[data-free]")) drawFree(figure, go);
  for (const form of document.querySelectorAll("form.filter")) addTime(form, go);
  for (const form of document.querySelectorAll("[data-adding]")) addArticles(form, go);
  for (const form of document.querySelectorAll("[data-judge]")) addJudging(form, go);
  for (const button of document.querySelectorAll("button.copy")) button.hidden = false;
  choose(new URL(location.href).searchParams.get("tie"));
}

// choose marks the tie whose evidence is shown.
function choose(key) {
  for (const link of document.querySelectorAll("[data-tie]")) {
    const chosen = key !== null && link.dataset.tie === key;
    (link.closest("tr") ?? link).classList.toggle("chosen", chosen);
    if (chosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

// go shows the page at an address of this server, in place.
export async function go(address, { history: keep = true, focus } = {}) {
  const url = new URL(address, location.href);
  running?.abort();
  const fetching = (running = new AbortController());
  main().setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { signal: fetching.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("main");
    if (!fresh) throw new Error("no page");
    const shown = new URL(response.url);
    shown.hash = url.hash;
    show(fresh, page.title, shown, keep, focus);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(url);
  } finally {
    if (running === fetching) main().removeAttribute("aria-busy");
  }
}

function show(fresh, title, url, keep, focus) {
  const same = fresh.dataset.path === main().dataset.path;
  const free = document.querySelector("[data-free]");
  const next = fresh.querySelector("[data-free]");
  if (free && next && free.dataset.free === next.dataset.free) next.replaceWith(free); // it need not be drawn again
  main().replaceWith(document.adoptNode(fresh));
  document.title = title;
  if (keep) history.pushState(null, "", url);
  for (const link of document.querySelectorAll(".top nav a")) {
    const only = (address) => new URL(address, location.href).searchParams.get("only");
    if (link.pathname === url.pathname && only(link.href) === only(url)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  dress();
  const evidence = document.getElementById("evidence");
  if (focus) document.querySelector(focus)?.focus();
  else if (url.hash === "#evidence" && evidence) {
    evidence.focus({ preventScroll: true });
    if (evidence.getBoundingClientRect().top > innerHeight * 0.7 || evidence.getBoundingClientRect().top < 0) evidence.scrollIntoView({ block: "start" });
  } else if (url.hash) document.getElementById(url.hash.slice(1))?.scrollIntoView();
  else if (!same) {
    window.scrollTo(0, 0);
    main().focus({ preventScroll: true });
  }
  document.getElementById("told").textContent = title;
}

function isOurs(link) {
  return link.origin === location.origin && !link.pathname.startsWith("/v1/") && !link.pathname.startsWith("/assets/") &&
    !link.hasAttribute("download") && !link.target;
}

function onClick(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const copy = event.target.closest("button.copy");
  if (copy) return copyCitation(copy);
  const found = event.target.closest("a");
  if (!found) return;
  const href = found.getAttribute("href") ?? "";
  if (href.startsWith("#")) return;
  const link = new URL(href, location.href);
  const outside = found.hasAttribute("download") || found.getAttribute("target");
  if (outside || !isOurs({ origin: link.origin, pathname: link.pathname, hasAttribute: () => false, target: "" })) return;
  event.preventDefault();
  const last = document.querySelector("[data-tie].chosen, .chosen [data-tie]")?.dataset.tie;
  go(link, found.hasAttribute("data-close") && last ? { focus: `[data-tie="${CSS.escape(last)}"]` } : {});
}

function onSubmit(event) {
  const form = event.target;
  if (form.method !== "get" || form.hasAttribute("data-adding") || form.hasAttribute("data-judge")) return;
  event.preventDefault();
  go(addressOf(form));
}

// addressOf makes the address that a form asks for, without its empty fields, lists joined by commas.
export function addressOf(form) {
  const url = new URL(form.getAttribute("action"), location.href);
  const fields = new Map();
  const period = fieldsOf(form, "since", "until").some((field) => field.value !== "" && field.value !== field.defaultValue);
  for (const [name, value] of new FormData(form)) {
    if (name === "at" && period) continue; // a period excludes a moment
    if (value !== "") fields.set(name, fields.has(name) ? `${fields.get(name)},${value}` : value);
  }
  if (fields.get("polarity") === "affirmed,alleged") fields.delete("polarity");
  for (const [name, value] of fields) url.searchParams.set(name, value);
  return url;
}

function fieldsOf(form, ...names) {
  return names.map((name) => form.elements[name]).filter(Boolean);
}

function onChange(event) {
  const form = event.target.closest("form.filter");
  if (!form || event.target.type !== "checkbox") return;
  go(addressOf(form), { focus: `form.filter input[name="${event.target.name}"][value="${event.target.value}"]` });
}

function onKey(event) {
  const typing = event.target.closest?.("input, textarea, select");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    document.getElementById("q").focus();
  }
  if (event.key === "Escape" && !typing) document.querySelector("[data-close]")?.click();
}

async function copyCitation(button) {
  const text = button.parentElement.querySelector(".citation").textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(button.parentElement.querySelector(".citation"));
    button.textContent = "Press Ctrl+C";
  }
  document.getElementById("told").textContent = button.textContent;
  setTimeout(() => (button.textContent = "Copy"), 2000);
}
