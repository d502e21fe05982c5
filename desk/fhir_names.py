"""What our things are called in FHIR: addresses under the clinic's website, else names made from the clinic's own."""

import base64
import uuid
from dataclasses import dataclass
from typing import Any

from flows.flow import Flow
from flows.questionnaire import Item

LANGUAGES = "urn:ietf:bcp:47"


@dataclass(frozen=True, slots=True)
class Names:
    """Names within one clinic group; the same on every machine and at every time."""

    clinic: str
    website: str

    def of(self, kind: str, name: str) -> str:
        """The uri of a thing that is ours, such as a code system."""
        if self.website:
            return f"{self.website.rstrip('/')}/fhir/{kind}/{name}"
        return uuid.uuid5(uuid.NAMESPACE_DNS, f"{self.clinic}/{kind}/{name}").urn

    @property
    def questionnaire(self) -> str:
        """The canonical url of the questionnaire."""
        return self.of("Questionnaire", "intake")

    @property
    def references(self) -> str:
        """The system of references such as BT-7K3MQP."""
        return self.of("NamingSystem", "reference")

    def coding(self, item: Item, code: str, label: str) -> dict[str, str]:
        """An option of a question."""
        return {"system": self.of("CodeSystem", item.link_id), "code": code, "display": label}


def names_of(flow: Flow) -> Names:
    """The names of this clinic's things."""
    return Names(flow.clinic.name, flow.clinic.website or "")


def own_id(lead_uid: str, kind: str) -> str:
    """The fullUrl of a resource about a lead: the same each time it is made."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{lead_uid}/{kind}").urn


def reference_to(own: str) -> dict[str, Any]:
    """A reference within the bundle."""
    return {"reference": own}


def hash_uri(sha256: str) -> str:
    """A uri that names a text by its SHA-256 (RFC 6920)."""
    return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")


def printable(text: str) -> str:
    """`text` as FHIR takes it: without control characters."""
    return "".join(one for one in text if one.isprintable() or one in "\n\t").strip()
