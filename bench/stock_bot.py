"""The bot to compare with: the same steps, as python-telegram-bot's own guide would write them.

A ConversationHandler with a PicklePersistence (its defaults), `run_polling`, the default request class. It keeps the
answers in `user_data` and writes the finished lead as one row. What it leaves out: it understands no typed words,
encrypts nothing, drops no double, keeps no history and no consents, and forgets up to a minute when killed.
"""

import argparse
import html
import json
import secrets
import sqlite3
import warnings
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from stock_questions import QUESTIONS, RECEIPT, Question
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.warnings import PTBUserWarning

Context = ContextTypes.DEFAULT_TYPE
REVIEW = len(QUESTIONS)


def keyboard_of(question: Question, ticked: set[str]) -> InlineKeyboardMarkup | ReplyKeyboardMarkup:
    """The buttons under a question."""
    if question.shares_contact:
        share = [KeyboardButton("Share my number", request_contact=True)]
        rest = [[label] for _, label in question.options]
        return ReplyKeyboardMarkup([share, *rest, ["Back", "Why do you ask?"]], one_time_keyboard=True)
    buttons = [
        InlineKeyboardButton(f"✓ {label}" if code in ticked else label, callback_data=f"set:{code}")
        for code, label in question.options
    ]
    rows = [buttons[start : start + question.columns] for start in range(0, len(buttons), question.columns)]
    if question.many and ticked:
        rows.append([InlineKeyboardButton("Done", callback_data="done")])
    frame = [InlineKeyboardButton("Back", callback_data="back")]
    frame.append(InlineKeyboardButton("Why do you ask?", callback_data="why"))
    if question.skippable:
        frame.append(InlineKeyboardButton("Skip", callback_data="skip"))
    return InlineKeyboardMarkup([*rows, frame, [InlineKeyboardButton("Ask a question", callback_data="ask")]])


async def ask(chat_id: int, place: int, context: Context) -> int:
    """Send the question at `place`, or the review behind the last one; gives the next state."""
    data = user_data(context)
    data["place"], data["ticked"] = place, set()
    if place == REVIEW:
        rows = "\n".join(f"{q.short}: <b>{html.escape(answer_to(q, data))}</b>" for q in QUESTIONS)
        text = f"<b>Is this right?</b>\n\n{rows}\n\nNothing reaches our team before you send it."
        change = [InlineKeyboardButton(q.short, callback_data=f"change:{q.name}") for q in QUESTIONS]
        pairs = [change[start : start + 2] for start in range(0, len(change), 2)]
        markup: Any = InlineKeyboardMarkup([[InlineKeyboardButton("Send to our team", callback_data="submit")], *pairs])
    else:
        text, markup = QUESTIONS[place].text, keyboard_of(QUESTIONS[place], set())
    message = await context.bot.send_message(chat_id, text, parse_mode=ParseMode.HTML, reply_markup=markup)
    data["message"] = message.message_id
    return place


async def start(update: Update, context: Context) -> int:
    """/start: the first question."""
    user_data(context).clear()
    return await ask(chat_of(update), 0, context)


async def tapped(update: Update, context: Context) -> int:
    """A button under a question."""
    query, data = update.callback_query, user_data(context)
    if query is None:
        return REVIEW
    await query.answer()
    question, (verb, _, value) = QUESTIONS[data["place"]], str(query.data).partition(":")
    if verb == "set" and question.many:
        data["ticked"] ^= {value}
        keyboard = keyboard_of(question, data["ticked"])
        await query.edit_message_text(question.text, parse_mode=ParseMode.HTML, reply_markup=keyboard)  # type: ignore[arg-type]  # never a reply keyboard here
        return int(data["place"])
    labels = dict(question.options)
    data.setdefault("answers", {})[question.name] = (
        ", ".join(labels[code] for code in labels if code in data["ticked"])
        if verb == "done"
        else labels.get(value, "")
    )
    await query.edit_message_text(f"{question.short}: {html.escape(answer_to(question, data))} ✓")
    return await ask(chat_of(update), data["place"] + 1, context)


async def typed(update: Update, context: Context) -> int:
    """A typed answer, taken as it is."""
    data, chat = user_data(context), chat_of(update)
    question = QUESTIONS[data["place"]]
    data.setdefault("answers", {})[question.name] = (update.message and update.message.text) or ""
    line = f"{question.short}: {html.escape(answer_to(question, data))} ✓"
    if question.shares_contact:
        await context.bot.send_message(chat, line, reply_markup=ReplyKeyboardRemove())
    else:
        await context.bot.edit_message_text(line, chat_id=chat, message_id=data["message"])
    return await ask(chat, data["place"] + 1, context)


def submitter(leads: sqlite3.Connection) -> Callable[[Update, Context], Coroutine[Any, Any, int]]:
    """The handler of the last tap: it writes the lead, and the conversation is over."""

    async def submitted(update: Update, context: Context) -> int:
        query, data = update.callback_query, user_data(context)
        if query is None:
            return ConversationHandler.END
        await query.answer()
        reference = secrets.token_hex(4)
        leads.execute("insert into lead values (?, ?, ?)", (reference, chat_of(update), json.dumps(data["answers"])))
        leads.commit()
        data.clear()
        await query.edit_message_reply_markup(None)
        text = RECEIPT.format(reference=reference)
        await context.bot.send_message(chat_of(update), text, parse_mode=ParseMode.HTML)
        return ConversationHandler.END

    return submitted


def user_data(context: Context) -> dict[Any, Any]:
    """What the library keeps for this person."""
    return context.user_data if context.user_data is not None else {}


def chat_of(update: Update) -> int:
    """The id of the chat an update came from."""
    return update.effective_chat.id if update.effective_chat else 0


def answer_to(question: Question, data: dict[Any, Any]) -> str:
    """The answer given to `question`, in words."""
    return str(data.get("answers", {}).get(question.name) or "—")


def conversation(leads: sqlite3.Connection, *, persistent: bool) -> ConversationHandler[Context]:
    """The conversation: a state for each question, and one for the review."""
    words = filters.TEXT & ~filters.COMMAND
    states: dict[object, list[Any]] = {}
    for place, question in enumerate(QUESTIONS):
        states[place] = [CallbackQueryHandler(tapped, pattern=r"^(set:|done$|skip$)")]
        if question.typed:
            states[place].append(MessageHandler(words, typed))
    states[REVIEW] = [CallbackQueryHandler(submitter(leads), pattern=r"^submit$")]
    begin: list[Any] = [CommandHandler("start", start)]
    return ConversationHandler(
        begin, states, fallbacks=begin, name="intake" if persistent else None, persistent=persistent
    )


def main() -> None:
    """Run by polling until told to stop."""
    parser = argparse.ArgumentParser(description="The comparison bot.")
    parser.add_argument("--api", required=True, help="root of the Bot API server")
    parser.add_argument("--folder", type=Path, required=True, help="where its files go")
    parser.add_argument("--no-persistence", action="store_true")
    options = parser.parse_args()
    warnings.filterwarnings("ignore", category=PTBUserWarning)  # per_message=False is what is wanted here
    builder = Application.builder().token("1:stock").base_url(f"{options.api}/bot")
    if not options.no_persistence:
        builder = builder.persistence(PicklePersistence(filepath=options.folder / "stock.pickle"))
    application = builder.build()
    leads = sqlite3.connect(options.folder / "stock.db")
    leads.execute("create table lead (reference text, chat integer, answers text)")
    application.add_handler(conversation(leads, persistent=not options.no_persistence))
    application.run_polling(allowed_updates=Update.ALL_TYPES)
    leads.close()


if __name__ == "__main__":
    main()
