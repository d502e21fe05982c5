"""Sign-in to the console, and what its inbox pages through."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_RANGES = (('status', 'location'), ('status', 'language'), ('status', 'location', 'language'), ('holder_id', 'status'))


def upgrade() -> None:
    op.create_table('login_link',
    sa.Column('hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('telegram_id', _BIG, nullable=False),
    sa.Column('expires_at', _BIG, nullable=False),
    sa.Column('used_at', _BIG, nullable=True),
    sa.PrimaryKeyConstraint('hash')
    )
    op.create_index('ix_login_link_telegram_id', 'login_link', ['telegram_id'])
    op.create_table('session',
    sa.Column('hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('telegram_id', _BIG, nullable=False),
    sa.Column('opened_at', _BIG, nullable=False),
    sa.Column('seen_at', _BIG, nullable=False),
    sa.PrimaryKeyConstraint('hash')
    )
    op.create_index('ix_session_telegram_id', 'session', ['telegram_id'])
    for columns in _RANGES:
        op.create_index('_'.join(('ix_lead', *columns)), 'lead', [*columns, 'submitted_at', 'id'])
    op.create_index('ix_lead_urgent', 'lead', ['status'], sqlite_where=sa.text('urgent = 1'),
                    postgresql_where=sa.text('urgent'))


def downgrade() -> None:
    op.drop_index('ix_lead_urgent', 'lead')
    for columns in _RANGES:
        op.drop_index('_'.join(('ix_lead', *columns)), 'lead')
    op.drop_table('session')
    op.drop_table('login_link')
