// The desk: which phones lie on it, kept up to date by Server-Sent Events (by asking every second where those fail).
//
// For browser tests these data-testid attributes are stable:
//   desk, people, person-<user_id>, new-patient, new-language, console-link, lost
//   phone-<user_id>  and inside it:
//     tab-group, tab-private, sub (bot / typing / members), start, composer, send, menu, commands, command, attach, more,
//     block, tap-again, deep-link, language, keyboard, reply-key, topic, toast, alert
//     message (with data-message-id and data-from = bot | me | other) and inside it: text, button (data-callback), edit, reply, edited
//     service (a line such as "The group was upgraded")

import { ask, make, post } from "./elements.js";
import { Phone } from "./phone.js";

const DEFAULT_PATIENTS = 2; // further ones lie in the drawer until their name is pressed, so that no phone is ever taken away
const DEFAULT_STAFF = 9001;
const ASK_MS = 1000;
const MEMORY = "phones-on-the-desk";

const desk = document.querySelector(".desk");
const people = document.querySelector(".people");
const consoleLink = document.querySelector(".console");
const lost = document.querySelector(".lost");
const language = document.querySelector("[data-testid=new-language]");

const phones = new Map();
const chosen = new Map(JSON.parse(sessionStorage.getItem(MEMORY) ?? "[]"));
const seen = new Map();
let known = [];
let asking = false;
let askAgain = false;

function onDesk() {
  const patients = known.filter((each) => each.role === "patient").slice(0, DEFAULT_PATIENTS);
  const usual = new Set([...patients.map((each) => each.user_id), DEFAULT_STAFF]);
  return known.filter((each) => chosen.get(each.user_id) ?? usual.has(each.user_id));
}

function choose(userId, shown) {
  chosen.set(userId, shown);
  sessionStorage.setItem(MEMORY, JSON.stringify([...chosen]));
  return refresh();
}

function order(person) {
  return person.role === "patient" ? person.user_id : person.user_id + 1_000_000;
}

function drawPeople(shown) {
  const names = known.map((each) => {
    const here = shown.has(each.user_id);
    if (here || !seen.has(each.user_id)) seen.set(each.user_id, each.seen);
    const news = each.seen > seen.get(each.user_id);
    return make("button", {
      type: "button", class: `chip ${each.role} ${news ? "unread" : ""}`.trim(), "aria-pressed": String(here),
      "data-testid": `person-${each.user_id}`, "data-id": each.user_id, click: () => choose(each.user_id, !here),
      title: here ? `Put ${each.first_name}'s phone away` : `Take out ${each.first_name}'s phone`,
    }, each.first_name, news ? make("span", { class: "dot", role: "img", "aria-label": "new messages" }) : null);
  });
  const signature = names.map((each) => each.outerHTML).join("");
  if (people.signature === signature) return;
  people.signature = signature;
  const held = people.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  people.replaceChildren(...names);
  if (held) people.querySelector(`[data-id="${held}"]`)?.focus();
}

function drawDesk(views) {
  const wanted = views.sort((one, two) => order(one) - order(two)).map((view) => {
    if (!phones.has(view.user_id)) phones.set(view.user_id, new Phone(view, () => choose(view.user_id, false)));
    return [phones.get(view.user_id), view];
  });
  const elements = wanted.map(([phone]) => phone.element);
  if (!views.some((view) => view.role === "patient")) elements.unshift(invitation());
  const same = elements.length === desk.children.length && elements.every((each, at) => each === desk.children[at]);
  if (!same) desk.replaceChildren(...elements);
  for (const [phone, view] of wanted) phone.draw(view);
}

let invited = null;
function invitation() {
  invited ??= make("section", { class: "invitation" }, make("h2", {}, "Nobody is waiting yet"),
    make("p", {}, "Take out a patient's phone, press Start, and write to the front desk."),
    make("button", { type: "button", class: "new", click: newPatient }, "New patient"));
  return invited;
}

async function newPatient() {
  const person = await post("/people", { language_code: language.value });
  await choose(person.user_id, true);
  phones.get(person.user_id)?.element.scrollIntoView({ inline: "center", block: "nearest" });
}

/** Ask for the state; while an answer is on its way, remember to ask once more. */
async function refresh() {
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  try {
    do {
      askAgain = false;
      await draw();
    } while (askAgain);
    lost.hidden = true;
  } catch {
    lost.hidden = false;
  } finally {
    asking = false;
  }
}

async function draw() {
  const before = onDesk().map((each) => each.user_id);
  const state = await ask(`/state?show=${before.join(",")}`);
  known = state.people;
  const shown = new Set(onDesk().map((each) => each.user_id));
  for (const userId of phones.keys()) if (!known.some((each) => each.user_id === userId)) phones.delete(userId);
  if ([...shown].some((userId) => !before.includes(userId))) askAgain = true;
  drawPeople(shown);
  drawDesk(state.phones.filter((view) => shown.has(view.user_id)));
  consoleLink.hidden = !state.console_url;
  if (state.console_url) consoleLink.href = state.console_url;
}

function listen() {
  const events = new EventSource("/sandbox/api/events");
  events.addEventListener("message", refresh);
  events.addEventListener("error", () => { if (lost.hidden) refresh(); });
}

document.querySelector("[data-testid=new-patient]").addEventListener("click", newPatient);
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details[open]")) if (!open.contains(event.target)) open.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const open of document.querySelectorAll("details[open]")) open.open = false;
});
await refresh();
listen();
setInterval(() => { if (!lost.hidden) refresh(); }, ASK_MS);
setInterval(refresh, ASK_MS * 5);
