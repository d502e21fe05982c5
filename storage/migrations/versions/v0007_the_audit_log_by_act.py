"""The audit log can be read by act, however long it is."""

from alembic import op

revision = '0007'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('ix_audit_act', 'audit', ['act', 'id'])


def downgrade() -> None:
    op.drop_index('ix_audit_act', table_name='audit')
