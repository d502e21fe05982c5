"""The people of the sandbox, always the same, all made up."""

from sandbox.records import Account

FIRST_PATIENT_ID = 101
STAFF_GROUP_ID = -1_009_000_000_001
BASIC_GROUP_ID = -500
STAFF_GROUP_TITLE = "Front desk"
BOT_NAME = "Intake assistant"
BOT_USERNAME = "intake_sandbox_bot"

PATIENT_NAMES = (
    ("Alice", "Archer"),
    ("Ben", "Brook"),
    ("Carla", "Cruz"),
    ("David", "Dale"),
    ("Elena", "Estrada"),
    ("Frank", "Field"),
    ("Grace", "Green"),
    ("Hugo", "Hill"),
    ("Iris", "Ivey"),
    ("Jonah", "James"),
    ("Kate", "Knight"),
    ("Luis", "Lopez"),
)


def staff() -> tuple[Account, ...]:
    """Two who work the desk, and one who is in the group without working it."""
    return (
        Account(9001, "Dana", "staff", "Diaz", "dana_desk", phone_number="+12025550191"),
        Account(9002, "Omar", "staff", "Ortiz", "omar_desk", phone_number="+12025550192"),
        Account(9003, "Nina", "outsider", "Novak", "nina_visits", phone_number="+12025550193"),
    )


def patient_name(user_id: int) -> tuple[str, str]:
    """First and last name of the patient with this id; the cast repeats after twelve."""
    return PATIENT_NAMES[(user_id - FIRST_PATIENT_ID) % len(PATIENT_NAMES)]


def phone_number(user_id: int) -> str:
    """A number from the range that is reserved for fiction, so it can never be somebody's."""
    return f"+1202555{100 + user_id % 100:04d}"
