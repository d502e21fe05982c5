// The lower part of a phone: writing, editing, commands, attachments, and the keyboard a bot can put there.

import { button, icon, make } from "./elements.js";

const ATTACHMENTS = [
  ["Photo", "send_media", { kind: "photo" }],
  ["Voice message", "send_media", { kind: "voice" }],
  ["Sticker", "send_media", { kind: "sticker" }],
  ["Document", "send_media", { kind: "document" }],
  ["Location", "share_location", {}],
  ["My contact", "share_contact", {}],
  ["Somebody else's contact", "share_contact", { phone_number: "+12025550147", first_name: "Robin" }],
];

const ALL_TOPICS = "all";
const GENERAL = "general";

/** The composer of one phone. `acts` are what the person can do; `draw(chat)` brings it up to date. */
export class Composer {
  constructor(owner, acts) {
    this.acts = acts;
    this.editing = null;
    this.replying = null;
    this.chat = null;
    this.input = make("textarea", {
      rows: 1, placeholder: "Message", "aria-label": `Message from ${owner}`, "data-testid": "composer",
      input: () => this.typed(), keydown: (event) => this.key(event),
    });
    this.banner = make("p", { class: "banner", hidden: true });
    this.commands = make("ul", { class: "commands", "aria-label": "Commands", "data-testid": "commands", hidden: true });
    this.menu = button("Commands", { class: "round", "data-testid": "menu", "aria-expanded": "false", click: () => this.toggleCommands() }, icon("menu"));
    this.fold = button("Keyboard of the bot", { class: "round", hidden: true, click: () => this.toggleKeys() }, icon("keys"));
    this.topic = make("select", { class: "topics", "aria-label": "Topic", "data-testid": "topic", hidden: true, change: () => this.acts.redraw() });
    this.keys = make("div", { class: "keys", role: "group", "aria-label": "Keyboard of the bot", "data-testid": "keyboard", hidden: true });
    const send = button("Send", { class: "round send", "data-testid": "send", click: () => this.send() }, icon("send"));
    this.line = make("div", { class: "line" }, this.menu, this.input, this.fold, this.attach(), send);
    this.gate = make("div", { class: "gate", hidden: true });
    this.element = make("div", { class: "composer" }, this.banner, this.topic, this.commands, this.line, this.gate, this.keys);
  }

  attach() {
    const list = make("ul", { class: "popover" });
    const box = make("details", { class: "attach" }, make("summary", { "aria-label": "Attach", title: "Attach", "data-testid": "attach" }, icon("clip")), list);
    for (const [words, act, details] of ATTACHMENTS) {
      const choose = () => { box.open = false; this.acts.do(act, details); };
      list.append(make("li", {}, make("button", { type: "button", click: choose }, words)));
    }
    return box;
  }

  draw(chat) {
    if (this.chat?.chat_id !== chat.chat_id) this.endBanner();
    this.chat = chat;
    const shut = chat.blocked || !chat.started;
    this.line.hidden = shut;
    this.gate.hidden = !shut;
    if (shut) this.drawGate(chat);
    this.menu.hidden = chat.commands.length === 0;
    this.drawTopics(chat.topics);
    this.drawKeys(chat.keyboard, shut);
    this.input.placeholder = chat.keyboard?.input_field_placeholder || "Message";
    if (!this.commands.hidden) this.drawCommands(this.filter());
  }

  drawGate(chat) {
    const words = chat.blocked ? "Unblock and restart" : "Start";
    if (this.gate.textContent === words) return;
    this.gate.replaceChildren(make("button", { type: "button", class: "start", "data-testid": "start", click: () => this.acts.do("start", {}) }, words));
  }

  drawTopics(topics) {
    this.topic.hidden = topics.length === 0;
    const signature = JSON.stringify(topics);
    if (this.topic.signature === signature) return;
    this.topic.signature = signature;
    const chosen = this.topic.value || ALL_TOPICS;
    this.topic.replaceChildren(make("option", { value: ALL_TOPICS }, "All topics"), make("option", { value: GENERAL }, "General"), ...topics.map((each) => make("option", { value: each.thread_id }, each.name)));
    this.topic.value = chosen;
  }

  /** True for what is to be seen: everything, or what stands in the chosen topic. */
  inTopic(message) {
    if (this.topic.hidden || !this.topic.value || this.topic.value === ALL_TOPICS) return true;
    return String(message.thread_id ?? GENERAL) === this.topic.value;
  }

  drawKeys(keyboard, shut) {
    const there = Boolean(keyboard?.keyboard) && !shut;
    const signature = JSON.stringify([keyboard, shut]);
    if (this.keys.signature === signature) return;
    this.keys.signature = signature;
    this.fold.hidden = !there;
    this.keys.hidden = !there || keyboard.folded;
    if (!there) return this.keys.replaceChildren();
    const rows = keyboard.keyboard.map((row) => make("div", { class: "keys-row" }, ...row.map((each) => this.replyKey(each))));
    this.keys.replaceChildren(...rows);
  }

  replyKey(each) {
    const sign = each.request_contact ? icon("person") : each.request_location ? icon("place") : null;
    return make("button", {
      type: "button", class: `key ${each.style ?? ""}`.trim(), "data-testid": "reply-key",
      click: () => this.acts.do("press", { text: each.text }),
    }, sign, each.text);
  }

  toggleKeys() {
    this.keys.hidden = !this.keys.hidden;
  }

  filter() {
    const start = this.input.value.startsWith("/") ? this.input.value.slice(1).toLowerCase() : "";
    return this.chat.commands.filter((each) => each.command.startsWith(start));
  }

  toggleCommands(open = this.commands.hidden) {
    this.commands.hidden = !open;
    this.menu.setAttribute("aria-expanded", String(open));
    if (open) this.drawCommands(this.filter());
  }

  drawCommands(found) {
    this.commands.replaceChildren(...found.map((each) => make("li", {},
      make("button", { type: "button", "data-testid": "command", click: () => { this.toggleCommands(false); this.clear(); this.acts.say(`/${each.command}`); } },
        make("b", {}, `/${each.command}`), make("span", {}, each.description)))));
  }

  typed() {
    this.grow();
    const commanding = /^\/\w*$/.test(this.input.value) && this.chat.commands.length > 0;
    if (commanding !== !this.commands.hidden) this.toggleCommands(commanding);
    else if (commanding) this.drawCommands(this.filter());
  }

  grow() {
    this.input.rows = Math.min(5, this.input.value.split("\n").length);
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape") {
      this.endBanner();
      this.toggleCommands(false);
    }
  }

  beginEdit(message) {
    this.endBanner();
    this.editing = message;
    this.input.value = message.text;
    this.showBanner("pen", "Editing your message", "Stop editing");
  }

  beginReply(message) {
    this.endBanner();
    this.replying = message;
    this.showBanner("reply", `Reply to: ${message.text.slice(0, 60)}`, "Stop replying");
  }

  showBanner(sign, words, stop) {
    this.banner.replaceChildren(icon(sign), make("span", {}, words), button(stop, { click: () => this.endBanner() }, icon("close")));
    this.banner.hidden = false;
    this.grow();
    this.input.focus();
  }

  endBanner() {
    if (this.editing) this.clear();
    this.editing = null;
    this.replying = null;
    this.banner.hidden = true;
  }

  clear() {
    this.input.value = "";
    this.grow();
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    const { editing, replying } = this;
    this.toggleCommands(false);
    this.endBanner();
    this.clear();
    if (editing) return this.acts.do("edit", { text, message_id: editing.message_id });
    const details = { text };
    if (replying) details.reply_to = replying.message_id;
    else if (this.chat.keyboard?.force_reply) details.reply_to = this.chat.keyboard.message_id;
    const thread = Number(replying?.thread_id ?? this.topic.value);
    if (thread) details.thread_id = thread;
    return this.acts.do("say", details);
  }
}
