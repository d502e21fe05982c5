// One phone: its bars, its tabs, the chat on the screen, and the toasts that pass over it.

import { button, clockTime, icon, make, post } from "./elements.js";
import { Composer } from "./composer.js";
import { drawMessages } from "./messages.js";

const TOAST_MS = 4500;
const NEAR_END = 120;
const ROLES = { patient: "patient", staff: "front desk", outsider: "in the group, no staff" };

export class Phone {
  constructor(person, hide) {
    this.id = person.user_id;
    this.shown = null;
    this.read = new Map();
    this.lastToast = -1;
    this.acts = {
      group: false,
      say: (text) => this.do("say", { text }),
      do: (act, details) => this.do(act, details),
      tap: (message, data) => this.tap(message, data),
      beginEdit: (message) => this.composer.beginEdit(message),
      beginReply: (message) => this.composer.beginReply(message),
      redraw: () => { this.draw(this.view); this.toEnd(); },
    };
    this.build(person, hide);
  }

  build(person, hide) {
    this.composer = new Composer(person.first_name, this.acts);
    this.time = make("span", {}, clockTime(Date.now() / 1000));
    this.face = make("span", { class: "face", "aria-hidden": "true" });
    this.title = make("h3", {});
    this.sub = make("p", { class: "sub", "data-testid": "sub" });
    this.tabs = make("div", { class: "tabs", role: "tablist", "aria-label": "Chats", keydown: (event) => this.turn(event) });
    this.list = make("ol", { class: "list" });
    this.empty = make("p", { class: "empty", hidden: true });
    this.scroll = make("div", { class: "scroll", role: "log", "aria-label": "Messages", tabindex: "0" }, this.empty, this.list);
    // A keyboard that opens below takes room: who was at the newest message stays there.
    this.atEnd = true;
    this.top = 0;
    this.scroll.addEventListener("scroll", () => {
      if (this.far() < NEAR_END) this.atEnd = true;
      else if (this.scroll.scrollTop < this.top) this.atEnd = false;
      this.top = this.scroll.scrollTop;
    });
    new ResizeObserver(() => { if (this.atEnd) this.toEnd(); }).observe(this.scroll);
    this.over = make("div", { class: "over", "aria-live": "polite" });
    const island = make("span", { class: "island", "aria-hidden": "true" });
    const screen = make("div", { class: "screen" },
      make("div", { class: "status", "aria-hidden": "true" }, this.time, island, make("span", { class: "battery" })),
      make("div", { class: "bar" }, this.face, make("div", { class: "names" }, this.title, this.sub), this.menu(person)),
      this.tabs, make("div", { class: "middle" }, this.scroll, this.over), this.composer.element);
    this.role = make("span", {});
    const owner = make("h2", {}, make("b", {}, person.name), this.role);
    const away = button(`Put ${person.first_name}'s phone away`, { class: "away", click: hide }, icon("close"));
    this.element = make("section", {
      class: `phone ${person.role}`, "aria-label": `${person.first_name}'s phone`, "data-testid": `phone-${person.user_id}`,
    }, make("div", { class: "owner" }, owner, away), make("div", { class: "case" }, screen));
  }

  menu(person) {
    const list = make("ul", { class: "popover right" });
    const box = make("details", { class: "more" }, make("summary", { "aria-label": "Chat menu", title: "Chat menu", "data-testid": "more" }, icon("more")), list);
    const add = (words, run, id) => {
      const choose = () => { box.open = false; run(); };
      const item = make("button", { type: "button", "data-testid": id, click: choose }, words);
      list.append(make("li", {}, item));
      return item;
    };
    this.blocker = add("Block the bot", () => this.do(this.view.chats[0].blocked ? "unblock" : "block", {}), "block");
    add("Send the last tap again", () => this.do("tap_again", {}), "tap-again");
    add("Start from a link…", () => this.link(), "deep-link");
    this.tongue = add("", () => this.do("speak", { language_code: this.view.language_code === "es" ? "en" : "es" }), "language");
    return box;
  }

  link() {
    const payload = window.prompt("What stands after ?start= in the link", "");
    if (payload !== null) this.do("start", { payload: payload.replace(/[^\w-]/g, "").slice(0, 64) });
  }

  chat() {
    return this.view.chats.find((each) => each.chat_id === this.shown) ?? this.view.chats[0];
  }

  async do(act, details) {
    const chat = this.chat();
    const here = chat.type === "private" || act === "start" ? {} : { chat_id: chat.chat_id };
    try {
      await post(`/people/${this.id}/${act}`, { ...details, ...here });
    } catch (error) {
      this.toast({ text: error.message });
    }
  }

  async tap(message, data) {
    await this.do("tap", { button: data, message_id: message.message_id });
  }

  draw(view) {
    const first = !this.view;
    this.view = view;
    if (first) this.shown = (view.role === "patient" ? view.chats[0] : view.chats.at(-1)).chat_id;
    const chat = this.chat();
    this.shown = chat.chat_id;
    this.acts.group = chat.type !== "private";
    this.time.textContent = clockTime(Date.now() / 1000);
    this.drawBar(chat);
    this.drawTabs();
    this.composer.draw(chat);
    this.drawChat(chat, first);
    this.drawToasts(first);
  }

  drawBar(chat) {
    this.title.textContent = chat.title;
    this.face.textContent = chat.title.slice(0, 1);
    this.face.className = `face ${chat.type === "private" ? "bot" : "group"}`;
    this.sub.textContent = chat.typing ? "typing…" : chat.type === "private" ? "bot" : `${chat.people} members`;
    this.role.textContent = `${ROLES[this.view.role]} · ${this.view.language_code}`;
    this.tongue.textContent = `Set the phone to ${this.view.language_code === "es" ? "English" : "Español"}`;
    this.blocker.textContent = this.view.chats[0].blocked ? "Unblock the bot" : "Block the bot";
  }

  drawTabs() {
    const chats = this.view.chats;
    this.tabs.hidden = chats.length < 2;
    this.read.set(this.shown, this.chat().messages.length);
    const tabs = chats.length < 2 ? [] : [...chats].reverse().map((each) => this.tab(each));
    const signature = tabs.map((each) => each.outerHTML).join("");
    if (this.tabs.signature === signature) return;
    this.tabs.signature = signature;
    const held = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...tabs);
    if (held) this.tabs.querySelector("[aria-selected=true]")?.focus();
  }

  tab(chat) {
    const own = chat.type === "private";
    const unread = chat.messages.length > (this.read.get(chat.chat_id) ?? 0);
    const open = () => { this.shown = chat.chat_id; this.draw(this.view); this.toEnd(); };
    return make("button", {
      type: "button", role: "tab", tabindex: chat.chat_id === this.shown ? "0" : "-1", "aria-selected": String(chat.chat_id === this.shown), click: open,
      "data-testid": own ? "tab-private" : "tab-group", class: unread ? "unread" : "",
    }, own ? "Bot" : chat.title, unread ? make("span", { class: "dot", role: "img", "aria-label": "new messages" }) : null);
  }

  turn(event) {
    const tabs = [...this.tabs.children];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) tabs.at((tabs.indexOf(document.activeElement) + step) % tabs.length)?.click();
  }

  far() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight;
  }

  drawChat(chat, first) {
    const far = this.far();
    const shown = chat.messages.filter((each) => this.composer.inTopic(each));
    const moved = drawMessages(this.list, shown, this.id, this.acts);
    this.empty.hidden = chat.messages.length > 0;
    this.empty.textContent = chat.description || (chat.type === "private" ? "Press Start to begin." : "No messages yet.");
    if (first || (moved && far < NEAR_END) || chat.messages.at(-1)?.sender_id === this.id) this.toEnd();
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  drawToasts(first) {
    for (const toast of this.view.toasts) {
      if (toast.number <= this.lastToast) continue;
      this.lastToast = toast.number;
      if (!first) toast.alert ? this.alert(toast) : this.toast(toast);
    }
  }

  toast(toast) {
    const line = make("p", { class: "toast", role: "status", "data-testid": "toast" }, toast.text || toast.url);
    this.over.append(line);
    setTimeout(() => line.remove(), TOAST_MS);
  }

  alert(toast) {
    const back = document.activeElement;
    const close = () => { box.remove(); back?.focus?.(); };
    const ok = make("button", { type: "button", click: close }, "OK");
    const box = make("div", { class: "alert", role: "alertdialog", "aria-label": "Message of the bot", "data-testid": "alert" }, make("p", {}, toast.text), ok);
    box.addEventListener("keydown", (event) => event.key === "Escape" && close());
    this.over.append(box);
    ok.focus();
  }
}
