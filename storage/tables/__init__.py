"""The tables.

Columns named `*_sealed` hold AES-256-GCM, `*_index` keyed hashes; no other column holds words of a person.
Moments are whole milliseconds since 1970 in UTC: they compare, index and group alike on SQLite and PostgreSQL.
"""

from sqlmodel import SQLModel

from storage.tables.desk import AUDIT, LOGIN_LINK, SESSION, SETTING, STAFF
from storage.tables.leads import ALERT, DRAFT, LEAD, LEAD_EVENT, LEAD_MERGE, LEAD_VERSION
from storage.tables.patients import ANSWER_HISTORY, CONSENT, CONVERSATION, QUESTION_SHOWN
from storage.tables.traffic import DELIVERY, OUTBOX, PARKED, RECEIVED

METADATA = SQLModel.metadata

__all__ = [
    "ALERT",
    "ANSWER_HISTORY",
    "AUDIT",
    "CONSENT",
    "CONVERSATION",
    "DELIVERY",
    "DRAFT",
    "LEAD",
    "LEAD_EVENT",
    "LEAD_MERGE",
    "LEAD_VERSION",
    "LOGIN_LINK",
    "METADATA",
    "OUTBOX",
    "PARKED",
    "QUESTION_SHOWN",
    "RECEIVED",
    "SESSION",
    "SETTING",
    "STAFF",
]
