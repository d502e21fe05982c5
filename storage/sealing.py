"""Sealing of sensitive values: AES-256-GCM with a key id, bound to table, column and row.

A sealed value is `key id (4 bytes) | nonce (12) | ciphertext and tag`. The associated data `table|column|row` makes a
value that was moved to another row unreadable. Search is by keyed hash (HMAC-SHA256), one derived key a column.
Sources: NIST SP 800-38D (GCM), RFC 5869 (HKDF).
"""

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_ID, _NONCE = 4, 12


class SealingError(Exception):
    """A value cannot be read with the keys at hand."""


def new_key() -> str:
    """A fresh key as text, for FIELD_KEYS."""
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def read_keys(text: str) -> list[bytes]:
    """The keys of FIELD_KEYS, newest first.

    Raises:
        ValueError: there is none, or one is not 32 bytes in URL-safe base64.
    """
    keys = []
    for number, part in enumerate(filter(None, (p.strip() for p in text.replace("\n", ",").split(","))), start=1):
        try:
            key = base64.b64decode(part, altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if len(key) != KEY_BYTES:
            raise ValueError(f"key {number} is not a key; make one with: intake keygen")
        keys.append(key)
    if not keys:
        raise ValueError("there is no key; make one with: intake keygen")
    return keys


class Sealer:
    """Seals with the newest key, opens with any; hashes for search with a key of its own."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._newest = _key_id(keys[0])
        self._ciphers = {_key_id(key): AESGCM(_derive(key, b"seal")) for key in keys}
        self._index_keys = [_derive(key, b"index") for key in keys]

    def seal(self, plain: bytes, place: str) -> bytes:
        """`plain`, readable only at `place` ("table|column|row")."""
        nonce = os.urandom(_NONCE)
        return self._newest + nonce + self._ciphers[self._newest].encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed at `place`; raises SealingError where no key fits or the value was moved or changed."""
        cipher = self._ciphers.get(bytes(sealed[:_ID]))
        if cipher is None:
            raise SealingError("sealed with a key that FIELD_KEYS does not hold")
        try:
            return cipher.decrypt(bytes(sealed[_ID : _ID + _NONCE]), bytes(sealed[_ID + _NONCE :]), place.encode())
        except (InvalidTag, ValueError):
            raise SealingError("the value was changed or belongs to another row") from None

    @property
    def newest(self) -> bytes:
        """What values sealed with the newest key begin with."""
        return self._newest

    def is_newest(self, sealed: bytes) -> bool:
        """True where `sealed` needs no rotation."""
        return bytes(sealed[:_ID]) == self._newest

    def index(self, value: str, column: str) -> str:
        """The search hash of a normalised `value` in `column`, under the newest key; 128 bits."""
        return self._hash(self._index_keys[0], value, column)

    def indexes(self, value: str, column: str) -> list[str]:
        """The search hashes of `value` under every key, so that rows not rotated yet are found."""
        return [self._hash(key, value, column) for key in self._index_keys]

    @staticmethod
    def _hash(key: bytes, value: str, column: str) -> str:
        return hmac.new(key, f"{column}|{value}".encode(), hashlib.sha256).hexdigest()[:32]


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"key id|" + key).digest()[:_ID]


def _derive(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(key)
