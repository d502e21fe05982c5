"""Decisions, pure: questionnaire, state machines, understanding of typed answers, safety."""
