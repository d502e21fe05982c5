"""References: what a lead is called between a patient and staff, easy to say on the phone."""

import secrets

_LETTERS = "BCDFGHJKMNPQRTVWXYZ2346789"
"""No vowels, so no words; nothing that is mistaken for something else."""
_LENGTH = 6


def new_reference(clinic_name: str) -> str:
    """A reference such as `BT-7K3MQP`: the clinic's initials and six random characters (300 million in all)."""
    initials = "".join(word[0] for word in clinic_name.split() if word[0].isalpha()).upper()[:3] or "R"
    return f"{initials}-{''.join(secrets.choice(_LETTERS) for _ in range(_LENGTH))}"
