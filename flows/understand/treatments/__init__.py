"""Understanding typed answers about treatments so far."""

from flows.understand.treatments.reading import read_treatments
from flows.understand.treatments.result import CODES, Candidate, Treatments

__all__ = ["CODES", "Candidate", "Treatments", "read_treatments"]
