// The messages of one chat: bubbles, inline buttons, pictures, marks. Only what changed is drawn again.

import { button, clockTime, dayName, icon, make } from "./elements.js";

const ICONS = { contact: "person", location: "place", voice: "voice", document: "page" };

/** Draw `messages` into `list`, keeping the elements that did not change and the focus where it was. */
export function drawMessages(list, messages, me, acts) {
  const kept = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const wanted = [];
  let day = "";
  for (const message of messages.filter((each) => !each.deleted)) {
    const today = dayName(message.date);
    if (today !== day) wanted.push(entry(kept, `day:${today}`, today, () => separator(today)));
    day = today;
    const key = `${message.chat_id}:${message.message_id}`;
    wanted.push(entry(kept, key, JSON.stringify(message), () => row(message, me, acts)));
  }
  const focused = document.activeElement;
  const again = list.contains(focused) ? [focused.closest("[data-key]")?.dataset.key, focused.textContent] : null;
  if (wanted.length !== list.children.length || wanted.some((each, at) => each !== list.children[at])) {
    list.replaceChildren(...wanted);
    if (again) restoreFocus(list, again);
    return true;
  }
  return false;
}

function entry(kept, key, signature, draw) {
  const old = kept.get(key);
  if (old && old.signature === signature) return old;
  const fresh = draw();
  fresh.dataset.key = key;
  fresh.signature = signature;
  return fresh;
}

function restoreFocus(list, [key, words]) {
  const home = [...list.children].find((child) => child.dataset.key === key);
  const same = home && [...home.querySelectorAll("button, a")].find((each) => each.textContent === words);
  (same ?? home?.querySelector("button, a"))?.focus({ preventScroll: true });
}

function separator(words) {
  return make("li", { class: "day" }, make("span", {}, words));
}

function row(message, me, acts) {
  if (message.kind === "service") return make("li", { class: "day", "data-testid": "service" }, make("span", {}, message.service));
  const mine = message.sender_id === me;
  const item = make("li", {
    class: `row ${mine ? "mine" : "theirs"}`,
    "data-testid": "message",
    "data-message-id": message.message_id,
    "data-from": message.from_bot ? "bot" : mine ? "me" : "other",
  });
  const bubble = make("div", { class: `bubble kind-${message.kind}` });
  if (!mine && acts.group) bubble.append(make("p", { class: `sender hue-${message.sender_id % 5}` }, message.sender));
  if (message.topic) bubble.append(make("p", { class: "topic" }, `# ${message.topic}`));
  if (message.reply_to) bubble.append(make("p", { class: "reply" }, message.reply_to));
  const attached = attachment(message);
  if (attached) bubble.append(attached);
  if (message.text) bubble.append(words(message, acts));
  bubble.append(marks(message));
  item.append(bubble);
  if (mine && message.kind === "text") {
    item.append(button("Edit this message", { class: "edit", "data-testid": "edit", click: () => acts.beginEdit(message) }, icon("pen")));
  }
  if (!mine && message.text) {
    item.append(button("Reply to this message", { class: "edit", "data-testid": "reply", click: () => acts.beginReply(message) }, icon("reply")));
  }
  if (message.buttons.length) item.append(keyboard(message, acts));
  return item;
}

/** The text as the server made it safe; commands, spoilers and long quotes react. */
function words(message, acts) {
  const text = make("div", { class: "text", "data-testid": "text" });
  text.innerHTML = message.html;
  for (const command of text.querySelectorAll("[data-command]")) {
    command.addEventListener("click", () => acts.say(command.dataset.command));
  }
  for (const time of text.querySelectorAll("time")) {
    time.dateTime = new Date(time.dataset.unix * 1000).toISOString();
    time.title = new Date(time.dataset.unix * 1000).toLocaleString();
  }
  for (const hidden of text.querySelectorAll(".spoiler, .expandable")) {
    const open = () => hidden.classList.add("open");
    hidden.addEventListener("click", open);
    hidden.addEventListener("keydown", (event) => event.key === "Enter" && open());
  }
  return text;
}

function attachment(message) {
  if (message.kind === "photo") {
    const alt = message.text ? "Photo, described below" : "Photo";
    return make("img", {
      class: "photo", alt, width: message.width, height: message.height, src: `/sandbox/api/files/${message.file}`,
    });
  }
  if (message.kind === "sticker") return make("p", { class: "sticker", role: "img", "aria-label": "Sticker" }, "🙂");
  if (!ICONS[message.kind]) return null;
  return make("p", { class: "attached" }, icon(ICONS[message.kind]), make("span", {}, described(message)));
}

function described(message) {
  if (message.kind === "contact") return `${message.contact.first_name} · ${message.contact.phone_number}`;
  if (message.kind === "location") return "A place on the map";
  return message.kind === "voice" ? "Voice message · 0:04" : message.name || "Document";
}

function marks(message) {
  const line = make("p", { class: "marks" });
  if (message.pinned) line.append(make("span", {}, "pinned"));
  if (message.protected) line.append(make("span", { title: "Cannot be forwarded or saved" }, "protected"));
  if (message.edited) line.append(make("span", { "data-testid": "edited" }, "edited"));
  line.append(make("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(message.date)));
  return line;
}

function keyboard(message, acts) {
  const rows = message.buttons.map((buttons) =>
    make("div", { class: "keys-row" }, ...buttons.map((each) => key(message, each, acts))),
  );
  return make("div", { class: "inline", role: "group", "aria-label": "Buttons under the message" }, ...rows);
}

function key(message, each, acts) {
  const attributes = { class: `key ${each.style ?? ""}`.trim(), "data-testid": "button" };
  if (each.url) {
    const outside = { ...attributes, href: each.url, target: "_blank", rel: "noopener noreferrer" };
    return make("a", outside, each.text, icon("out"));
  }
  const data = each.callback_data ?? "";
  const waiting = message.waiting.includes(data);
  const live = { ...attributes, type: "button", "data-callback": data, "aria-busy": waiting ? "true" : "false" };
  return make("button", { ...live, click: () => acts.tap(message, data) }, each.text);
}
