"""Messages about a request are found without reading all that was ever sent."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    about_something = sa.text("subject <> ''")
    op.create_index('ix_outbox_subject', 'outbox', ['subject'], sqlite_where=about_something,
                    postgresql_where=about_something)


def downgrade() -> None:
    op.drop_index('ix_outbox_subject', 'outbox')
