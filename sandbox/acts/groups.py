"""Groups: adding and removing the bot, its rights, upgrading to a supergroup, topics on and off."""

from itertools import count

from sandbox import objects
from sandbox.acts.registry import ActError, Done, act, chat_of
from sandbox.acts.telling import tell_membership, tell_message
from sandbox.cast import BASIC_GROUP_ID, STAFF_GROUP_ID
from sandbox.records import GROUP, SUPERGROUP, Account, Chat, Keyboard
from sandbox.world import ADMINISTRATOR_RIGHTS, World


@act
def add_bot(world: World, person: Account, title: str = "A group") -> Done:
    """Make a new basic group with the bot in it."""
    group_id = next(number for number in count(BASIC_GROUP_ID - 1, -1) if number not in world.chats)
    members = {person.id: "creator", world.bot.id: "left"}
    chat = world.open_chat(Chat(group_id, GROUP, title, members=members))
    done = tell_membership(world, chat, person, "member")
    tell_message(world, world.post(chat, person.id, {"new_chat_members": [objects.user(world.bot)]}))
    return done


@act
def kick_bot(world: World, person: Account, chat_id: int | str = "group") -> Done:
    """Remove the bot from a group and keep it out."""
    chat = chat_of(world, person, chat_id)
    done = tell_membership(world, chat, person, "kicked")
    world.post(chat, person.id, {"left_chat_member": objects.user(world.bot)})
    return done


@act
def invite_bot(world: World, person: Account, chat_id: int | str = "group") -> Done:
    """Bring the bot back, as an ordinary member."""
    chat = chat_of(world, person, chat_id)
    done = tell_membership(world, chat, person, "member")
    tell_message(world, world.post(chat, person.id, {"new_chat_members": [objects.user(world.bot)]}))
    return done


@act
def promote_bot(world: World, person: Account, chat_id: int | str = "group", *, admin: bool = True) -> Done:
    """Make the bot an administrator with all rights it can use here, or take that away."""
    chat = chat_of(world, person, chat_id)
    chat.rights = dict.fromkeys(ADMINISTRATOR_RIGHTS, admin)
    return tell_membership(world, chat, person, "administrator" if admin else "member")


@act
def upgrade_group(world: World, person: Account, chat_id: int | str = "group", *, forum: bool = False) -> Done:
    """Turn a basic group into a supergroup with a new id; the bot gets both service messages."""
    old = chat_of(world, person, chat_id)
    if old.type != GROUP or old.migrated_to is not None:
        raise ActError(f"{old.title} is no basic group")
    new_id = next(number for number in count(STAFF_GROUP_ID, -1) if number not in world.chats)
    new = world.open_chat(Chat(new_id, SUPERGROUP, old.title, forum, dict(old.members), dict(old.rights)))
    new.migrated_from, old.migrated_to = old.id, new.id
    new.keyboards = {number: Keyboard(board.markup, board.message_id) for number, board in old.keyboards.items()}
    tell_message(world, world.post(old, person.id, {"migrate_to_chat_id": new.id}))
    tell_message(world, world.post(new, person.id, {"migrate_from_chat_id": old.id}))
    return {"chat_id": new.id}


@act
def set_topics(world: World, person: Account, chat_id: int | str = "group", *, on: bool = True) -> Done:
    """Turn a supergroup into a forum, or back; what stands in its topics stays, and the bot is told nothing."""
    chat = chat_of(world, person, chat_id)
    if chat.type != SUPERGROUP:
        raise ActError(f"{chat.title} is no supergroup: only those have topics")
    chat.forum = on
    return {"chat_id": chat.id}


@act
def delete_topic(world: World, person: Account, thread_id: int, chat_id: int | str = "group") -> Done:
    """Delete a topic with everything in it; the bot is told nothing."""
    chat = chat_of(world, person, chat_id)
    if thread_id not in chat.topics:
        raise ActError(f"there is no topic {thread_id}; topics: {sorted(chat.topics)}")
    del chat.topics[thread_id]
    for message in world.messages[chat.id].values():
        if message.thread_id == thread_id:
            message.deleted = True
    return {"chat_id": chat.id, "thread_id": thread_id}
