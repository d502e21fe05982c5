"""Questions at any time: what is asked, and whether the clinic's own words or its staff answer.

Word lists find the signs in a message (`signs`). Guards hand everything medical, financial or about side effects to
staff whatever else is said (`rules`). The weight of the words, learned from many wordings (`evidence`), finds
the topic; `weighing` lets the clinic's own words answer only where they clearly outweigh the staff's; `reading` holds
the order.
"""

from flows.understand.question.asked import Asked
from flows.understand.question.reading import Questions

__all__ = ["Asked", "Questions"]
