// What makes the pages nicer where scripts run: they stay fresh by themselves, and can be worked by keyboard.
// Nothing needs it: every page works without, and this file talks to nobody but its own server.

const EVERY_MS = 5_000;
const LONGEST_MS = 60_000;
const OFF = "shortcuts-off";

// Staying fresh. A region is an element with an id and `data-live`; it is replaced by the same one of a fresh copy of
// the page, unless somebody is busy in it. The server answers 304 where nothing changed.

const page = document.documentElement.dataset.live;
let known = document.documentElement.dataset.mark || "";
let wait = EVERY_MS;
let timer = 0;

function isBusy(region) {
  const active = document.activeElement;
  if (region.contains(active) && active.matches("input, select, textarea, summary")) return true;
  if (region.querySelector("details[open] form")) return true;
  return [...region.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);
}

function put(region, fresh) {
  const active = region.contains(document.activeElement) ? document.activeElement : null;
  const same = active && (active.id ? `#${CSS.escape(active.id)}` : `a[href="${CSS.escape(active.getAttribute("href") || "")}"]`);
  region.replaceChildren(...fresh.childNodes);
  for (const { name, value } of fresh.attributes) region.setAttribute(name, value);
  if (same) region.querySelector(same)?.focus({ preventScroll: true });
}

function say(words) {
  document.getElementById("live-words").textContent = words;
}

function take(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html");
  let left = false;
  for (const region of document.querySelectorAll("[data-live][id]")) {
    const copy = fresh.getElementById(region.id);
    if (!copy || copy.innerHTML === region.innerHTML) continue;
    if (isBusy(region)) {
      left = true;
      continue;
    }
    const words = copy.dataset.say;
    const news = words && words !== region.dataset.say;
    put(region, copy);
    if (news) say(words);
  }
  known = left ? "" : fresh.documentElement.dataset.mark || "";
}

async function refresh() {
  window.clearTimeout(timer);
  if (document.visibilityState !== "visible" || !navigator.onLine) return;
  try {
    const headers = { "X-Refresh": "1" };
    if (known) headers["If-None-Match"] = `"${known}"`;
    const answer = await fetch(page, { headers, cache: "no-store", redirect: "manual", credentials: "same-origin" });
    if (answer.type === "opaqueredirect") {
      document.getElementById("live-over").hidden = false;
      return;
    }
    if (answer.ok) take(await answer.text());
    wait = answer.ok || answer.status === 304 ? EVERY_MS : Math.min(2 * wait, LONGEST_MS);
  } catch {
    wait = Math.min(2 * wait, LONGEST_MS);
  }
  timer = window.setTimeout(refresh, wait);
}

if (page && document.querySelector("[data-live][id]")) {
  document.addEventListener("visibilitychange", refresh);
  window.addEventListener("online", refresh);
  window.addEventListener("offline", () => window.clearTimeout(timer));
  timer = window.setTimeout(refresh, EVERY_MS);
}

// Shortcuts: single keys, never while somebody types; they can be switched off.

const sheet = document.getElementById("shortcuts");
let before = "";

function switchedOff() {
  try {
    return window.localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
}

function step(by) {
  const links = [...document.querySelectorAll(".lead .reference a")];
  const at = links.indexOf(document.activeElement);
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
  next?.focus();
  next?.closest(".lead")?.scrollIntoView({ block: "nearest" });
}

function focusOn(selector) {
  const field = document.querySelector(selector);
  const folded = field?.closest("details:not([open])");
  if (folded) folded.open = true;
  field?.focus();
}

const KEYS = {
  "/": () => focusOn("#words"),
  j: () => step(1),
  k: () => step(-1),
  o: () => document.activeElement?.closest?.(".lead .reference a")?.click(),
  c: () => document.querySelector('form input[name="act"][value="claim"]')?.form.requestSubmit(),
  n: () => focusOn("#note-text"),
  m: () => focusOn("#message-text"),
  e: () => focusOn("#reason-close"),
  "g i": () => window.location.assign("/inbox"),
  "?": () => sheet?.showModal(),
};

function isTyping(target) {
  return target.isContentEditable || target.matches?.("input:not([type=checkbox], [type=radio]), select, textarea");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && !"jk".includes(event.key)) return;
  if (event.defaultPrevented || isTyping(event.target) || sheet?.open) return;
  const keys = before && `${before} ${event.key}` in KEYS ? `${before} ${event.key}` : event.key;
  before = event.key === "g" ? "g" : "";
  if (!Object.hasOwn(KEYS, keys) || (switchedOff() && keys !== "?")) return;
  event.preventDefault();
  KEYS[keys]();
});

for (const box of document.querySelectorAll("[data-shortcuts-switch]")) {
  box.closest("[hidden]")?.removeAttribute("hidden");
  box.checked = !switchedOff();
  box.addEventListener("change", () => {
    try {
      window.localStorage.setItem(OFF, box.checked ? "0" : "1");
    } catch {
      box.checked = true;
    }
  });
}

for (const opener of document.querySelectorAll("[data-shortcuts-open]")) {
  opener.addEventListener("click", (event) => {
    if (!sheet?.showModal) return;
    event.preventDefault();
    sheet.showModal();
  });
}
