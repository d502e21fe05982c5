"""answerCallbackQuery: the toast or alert after a tap."""

from sandbox.formatting.units import length
from sandbox.methods.registry import method
from sandbox.parameters import Parameters
from sandbox.records import Toast
from sandbox.refusals import EDIT_TOO_LONG, QUERY_TOO_OLD, bad_request
from sandbox.updates import QUERY_LIFETIME
from sandbox.world import World

MOST_TOAST = 200
TOASTS_KEPT = 500


@method("answerCallbackQuery", "callback_query_id")
def answer_callback_query(world: World, parameters: Parameters) -> bool:
    query = world.queries.get(parameters.text("callback_query_id"))
    if query is None or query.answered or world.clock.now() - query.date > QUERY_LIFETIME:
        raise bad_request(QUERY_TOO_OLD)
    text, url = parameters.text("text"), parameters.text("url")
    if length(text) > MOST_TOAST:
        raise bad_request(EDIT_TOO_LONG)
    if url and not url.startswith(("tg://", "https://t.me/", "t.me/")):
        raise bad_request("URL_INVALID")
    query.answered = True
    if text or url:
        alert = parameters.flag("show_alert")
        shown = Toast(world.number(), query.user_id, query.chat_id, text, alert, url, world.clock.now())
        world.toasts.append(shown)
        del world.toasts[:-TOASTS_KEPT]
    return True
