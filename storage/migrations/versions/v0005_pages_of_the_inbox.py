"""What the pages of the inbox are read from: an index for whatever can be asked for, each holding every code."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

_CODES = ('status', 'location', 'language', 'source', 'services', 'online')
_OLD_RANGES = (('status', 'location'), ('status', 'language'), ('status', 'location', 'language'))
_UNFINISHED = ('touched_at', 'uid', 'state', 'location', 'language', 'services')


def _where(on_sqlite: str, on_postgres: str = '') -> dict[str, sa.TextClause]:
    return {'sqlite_where': sa.text(on_sqlite), 'postgresql_where': sa.text(on_postgres or on_sqlite)}


def upgrade() -> None:
    for columns in _OLD_RANGES:
        op.drop_index('_'.join(('ix_lead', *columns)), 'lead')
    for name in ('ix_lead_status_submitted', 'ix_lead_holder_id_status', 'ix_lead_urgent', 'ix_lead_name_index'):
        op.drop_index(name, 'lead')
    for by in _CODES:
        only = _where('online = 1', 'online') if by == 'online' else {}
        columns = [by, 'submitted_at', 'id', *(code for code in _CODES if code != by)]
        op.create_index(f'ix_lead_by_{by}', 'lead', columns, **only)
    op.create_index('ix_lead_holder_id_status', 'lead', ['holder_id', 'status', 'submitted_at', 'id', *_CODES[1:]])
    op.create_index('ix_lead_urgent', 'lead', ['urgent', 'status', 'submitted_at', 'id', *_CODES[1:]],
                    **_where('urgent = 1', 'urgent'))
    op.create_index('ix_lead_name_index', 'lead', ['name_index', 'submitted_at', 'id'])
    op.create_index('ix_lead_follow_up', 'lead', ['status', 'follow_up_at'], **_where('follow_up_at is not null'))
    op.drop_index('ix_conversation_unfinished', 'conversation')
    op.create_index('ix_conversation_unfinished', 'conversation', _UNFINISHED,
                    **_where("may_contact = 1 and reference = ''", "may_contact and reference = ''"))


def downgrade() -> None:
    op.drop_index('ix_conversation_unfinished', 'conversation')
    op.create_index('ix_conversation_unfinished', 'conversation', ['touched_at', 'chat_id'],
                    **_where("may_contact = 1 and reference = ''", "may_contact and reference = ''"))
    for name in ('follow_up', 'name_index', 'urgent', 'holder_id_status', *(f'by_{by}' for by in _CODES)):
        op.drop_index(f'ix_lead_{name}', 'lead')
    op.create_index('ix_lead_name_index', 'lead', ['name_index'])
    op.create_index('ix_lead_holder_id_status', 'lead', ['holder_id', 'status', 'submitted_at', 'id'])
    op.create_index('ix_lead_urgent', 'lead', ['status'], **_where('urgent = 1', 'urgent'))
    op.create_index('ix_lead_status_submitted', 'lead', ['status', 'submitted_at'])
    for columns in _OLD_RANGES:
        op.create_index('_'.join(('ix_lead', *columns)), 'lead', [*columns, 'submitted_at', 'id'])
