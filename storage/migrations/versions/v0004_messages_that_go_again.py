"""When a message is to be gone from a chat again: the records of leads in private chats of staff, links into the console."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('outbox', sa.Column('remove_at', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
    set_ = sa.text('remove_at is not null')
    op.create_index('ix_outbox_removal', 'outbox', ['remove_at'], sqlite_where=set_, postgresql_where=set_)


def downgrade() -> None:
    op.drop_index('ix_outbox_removal', 'outbox')
    op.drop_column('outbox', 'remove_at')
