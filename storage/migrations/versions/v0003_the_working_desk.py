"""What the desk needs for its day: promises, merges, drafts, deliveries, second factors; the audit log cannot be changed."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def _text(name: str, length: int, default: str | None = None) -> sa.Column:
    return sa.Column(name, sqlmodel.sql.sqltypes.AutoString(length=length), nullable=False, server_default=default)


def _moment(name: str) -> sa.Column:
    return sa.Column(name, _BIG, nullable=True)


def upgrade() -> None:
    _conversations()
    _leads()
    _deliveries()
    _staff()
    _audit()


def _conversations() -> None:
    on_sqlite = op.get_bind().dialect.name == 'sqlite'
    op.add_column('conversation', _text('uid', 32, ''))
    op.execute("update conversation set uid = " + ("lower(hex(randomblob(12)))" if on_sqlite else
               "replace(gen_random_uuid()::text, '-', '')"))
    op.create_index('ix_conversation_uid', 'conversation', ['uid'], unique=True)
    op.add_column('conversation', sa.Column('may_contact', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('conversation', _text('location', 32, ''))
    op.add_column('conversation', _text('services', 400, ''))
    op.add_column('conversation', _text('reference', 16, ''))
    op.create_index('ix_conversation_unfinished', 'conversation', ['touched_at', 'chat_id'],
                    sqlite_where=sa.text("may_contact = 1 and reference = ''"),
                    postgresql_where=sa.text("may_contact and reference = ''"))
    op.create_table('question_shown',
    sa.Column('id', _BIG, nullable=False),
    sa.Column('chat_id', _BIG, nullable=False),
    _text('intake', 16),
    _text('link_id', 64),
    _text('language', 8),
    _text('source', 64),
    _text('location', 32),
    sa.Column('shown_at', _BIG, nullable=False),
    _moment('answered_at'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_question_shown_once', 'question_shown', ['chat_id', 'intake', 'link_id'], unique=True)
    op.create_index('ix_question_shown_shown_at', 'question_shown', ['shown_at'])


def _leads() -> None:
    for name in ('acted_at', 'contacted_at', 'promised_at', 'promise_missed_at'):
        op.add_column('lead', _moment(name))
    op.add_column('lead', _text('merged_into', 32, ''))
    open_promise = sa.text('promised_at is not null and contacted_at is null and promise_missed_at is null')
    op.create_index('ix_lead_promised', 'lead', ['promised_at'], sqlite_where=open_promise, postgresql_where=open_promise)
    op.create_table('lead_merge',
    sa.Column('id', _BIG, nullable=False),
    _text('uid', 32),
    _text('from_uid', 32),
    _text('into_uid', 32),
    _text('status_before', 16),
    sa.Column('holder_before', _BIG, nullable=True),
    sa.Column('actor_id', _BIG, nullable=False),
    sa.Column('at', _BIG, nullable=False),
    _moment('undone_at'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('uid')
    )
    op.create_index('ix_lead_merge_from_uid', 'lead_merge', ['from_uid'])
    op.create_index('ix_lead_merge_into_uid', 'lead_merge', ['into_uid'])
    op.create_table('draft',
    sa.Column('id', _BIG, nullable=False),
    _text('uid', 32),
    _text('lead_uid', 32),
    sa.Column('actor_id', _BIG, nullable=False),
    sa.Column('body_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('at', _BIG, nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('uid')
    )
    op.create_index('ix_draft_lead_uid', 'draft', ['lead_uid'])


def _deliveries() -> None:
    op.create_table('delivery',
    sa.Column('id', _BIG, nullable=False),
    _text('uid', 32),
    _text('channel', 16),
    _text('target', 64),
    _text('event', 32),
    _text('lead_uid', 32),
    sa.Column('body_sealed', sa.LargeBinary(), nullable=False),
    _text('status', 12),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('due_at', _BIG, nullable=False),
    sa.Column('leased_until', _BIG, nullable=False),
    _text('error', 64),
    sa.Column('created_at', _BIG, nullable=False),
    _moment('delivered_at'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('uid')
    )
    pending = sa.text("status = 'pending'")
    op.create_index('ix_delivery_due', 'delivery', ['due_at'], sqlite_where=pending, postgresql_where=pending)
    op.create_index('ix_delivery_lead_uid', 'delivery', ['lead_uid'])
    op.create_index('ix_delivery_status', 'delivery', ['status', 'created_at'])


def _staff() -> None:
    op.add_column('staff', sa.Column('totp_sealed', sa.LargeBinary(), nullable=True))
    op.add_column('staff', _moment('totp_since'))
    op.add_column('staff', _moment('totp_step'))
    op.execute('delete from session')  # a session without an id of its own cannot be ended: everybody signs in anew
    op.add_column('session', _text('uid', 32, ''))
    op.create_index('ix_session_uid', 'session', ['uid'], unique=True)
    op.add_column('session', _text('address', 64, ''))
    op.add_column('session', sa.Column('passed', sa.Boolean(), nullable=False, server_default=sa.true()))


def _audit() -> None:
    op.create_index('ix_audit_subject', 'audit', ['subject', 'id'])
    op.create_index('ix_audit_actor', 'audit', ['actor', 'id'])
    if op.get_bind().dialect.name == 'sqlite':
        for act in ('update', 'delete'):
            op.execute(f"create trigger audit_no_{act} before {act} on audit "
                       "begin select raise(abort, 'the audit log is only added to'); end")
        return
    op.execute("create function audit_is_append_only() returns trigger language plpgsql as "
               "$$ begin raise exception 'the audit log is only added to'; end $$")
    op.execute('create trigger audit_append_only before update or delete on audit '
               'for each row execute function audit_is_append_only()')


def downgrade() -> None:
    if op.get_bind().dialect.name == 'sqlite':
        op.execute('drop trigger audit_no_update')
        op.execute('drop trigger audit_no_delete')
    else:
        op.execute('drop trigger audit_append_only on audit')
        op.execute('drop function audit_is_append_only()')
    op.drop_index('ix_audit_actor', 'audit')
    op.drop_index('ix_audit_subject', 'audit')
    op.drop_index('ix_session_uid', 'session')
    for table, columns in (('session', ('uid', 'address', 'passed')), ('staff', ('totp_sealed', 'totp_since', 'totp_step'))):
        for column in columns:
            op.drop_column(table, column)
    for table in ('delivery', 'draft', 'lead_merge', 'question_shown'):
        op.drop_table(table)
    op.drop_index('ix_lead_promised', 'lead')
    for column in ('acted_at', 'contacted_at', 'promised_at', 'promise_missed_at', 'merged_into'):
        op.drop_column('lead', column)
    op.drop_index('ix_conversation_unfinished', 'conversation')
    op.drop_index('ix_conversation_uid', 'conversation')
    for column in ('uid', 'may_contact', 'location', 'services', 'reference'):
        op.drop_column('conversation', column)
