"""People who get no messages are found among a million others; the report is counted in an index alone."""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

_WHERE = sa.text('not reachable')


def upgrade() -> None:
    op.create_index('ix_lead_unreachable', 'lead', ['status', 'submitted_at', 'id'],
                    sqlite_where=_WHERE, postgresql_where=_WHERE)
    op.drop_index('ix_question_shown_shown_at', table_name='question_shown')
    op.create_index('ix_question_shown_report', 'question_shown',
                    ['shown_at', 'link_id', 'answered_at', 'location', 'language', 'source'])


def downgrade() -> None:
    op.drop_index('ix_question_shown_report', table_name='question_shown')
    op.create_index('ix_question_shown_shown_at', 'question_shown', ['shown_at'])
    op.drop_index('ix_lead_unreachable', table_name='lead')
