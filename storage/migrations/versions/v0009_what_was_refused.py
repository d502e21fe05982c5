"""What Telegram refused is found among millions of messages it took."""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

_PARKED = sa.text("status = 'parked'")
_UNSEEN = sa.text('seen_by is null')


def upgrade() -> None:
    op.create_index('ix_outbox_parked', 'outbox', ['id'], sqlite_where=_PARKED, postgresql_where=_PARKED)
    op.create_index('ix_alert_unseen', 'alert', ['id'], sqlite_where=_UNSEEN, postgresql_where=_UNSEEN)


def downgrade() -> None:
    op.drop_index('ix_alert_unseen', table_name='alert')
    op.drop_index('ix_outbox_parked', table_name='outbox')
