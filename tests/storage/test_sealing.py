"""What patients say is sealed: readable with the right key at the right place, and nowhere else."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.sealing import Sealer, SealingError, new_key, read_keys

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
PLACE = "lead|name|abc"
TWO_KEYS_RUN_TOGETHER = (base64.urlsafe_b64encode(OLD) + base64.urlsafe_b64encode(NEW)).decode()


@given(plain=st.binary(max_size=300), place=st.text(max_size=40))
def test_what_is_sealed_opens_at_its_place(plain: bytes, place: str) -> None:
    """Any bytes at any place come back as they were."""
    sealer = Sealer([OLD])
    assert plain == sealer.open(sealer.seal(plain, place), place)


@pytest.mark.parametrize("elsewhere", ["lead|name|abd", "lead|phone|abc", "outbox|name|abc", ""])
def test_a_value_moved_to_another_place_is_refused(elsewhere: str) -> None:
    """Table, column and row are part of the seal."""
    sealer = Sealer([OLD])
    with pytest.raises(SealingError, match="belongs to another row"):
        sealer.open(sealer.seal(b"Alice", PLACE), elsewhere)


def test_one_changed_bit_anywhere_is_refused() -> None:
    """Key id, nonce, text and tag: whatever is changed, the value does not open."""
    sealer = Sealer([OLD])
    sealed = sealer.seal(b"Alice", PLACE)
    for place in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[place // 8] ^= 1 << place % 8
        with pytest.raises(SealingError):
            sealer.open(bytes(changed), PLACE)


def test_a_value_cut_short_is_refused() -> None:
    """However much is missing, it is the same trouble to the caller."""
    sealer = Sealer([OLD])
    sealed = sealer.seal(b"Alice", PLACE)
    for length in range(len(sealed)):
        with pytest.raises(SealingError):
            sealer.open(sealed[:length], PLACE)


def test_the_same_words_never_look_the_same() -> None:
    """A fresh nonce each time: equal values cannot be told to be equal."""
    sealer = Sealer([OLD])
    assert 200 == len({sealer.seal(b"Alice", PLACE) for _ in range(200)})


def test_a_new_key_in_front_opens_what_the_old_one_sealed() -> None:
    """Rotation: both open, the newest seals, and what needs rotation is known."""
    old, both = Sealer([OLD]), Sealer([NEW, OLD])
    before, after = old.seal(b"Alice", PLACE), both.seal(b"Alice", PLACE)
    assert (b"Alice", b"Alice") == (both.open(before, PLACE), both.open(after, PLACE))
    assert (False, True) == (both.is_newest(before), both.is_newest(after))


def test_without_the_key_nothing_opens() -> None:
    """A key taken out of FIELD_KEYS takes its values with it, and the trouble says so."""
    with pytest.raises(SealingError, match="FIELD_KEYS does not hold"):
        Sealer([OLD]).open(Sealer([NEW]).seal(b"Alice", PLACE), PLACE)


def test_equal_values_are_found_by_hash_within_one_column() -> None:
    """The search hash is the same for the same value, and differs by column and by key."""
    sealer = Sealer([OLD])
    mine = sealer.index("+12025550101", "phone")
    assert mine == sealer.index("+12025550101", "phone")
    others = {
        sealer.index("+12025550102", "phone"),
        sealer.index("+12025550101", "name"),
        Sealer([NEW]).index("+12025550101", "phone"),
    }
    assert 4 == len({mine, *others})
    assert "2025550101" not in mine


def test_rows_of_an_older_key_are_still_found() -> None:
    """A search asks for the hashes under every key."""
    assert Sealer([OLD]).index("x", "name") in Sealer([NEW, OLD]).indexes("x", "name")


def test_seal_and_hash_use_different_keys() -> None:
    """The hash of an empty value gives no hint at the sealing key: it is not an HMAC under the field key itself."""
    import hashlib
    import hmac

    plain = hmac.new(OLD, b"name|Alice", hashlib.sha256).hexdigest()[:32]
    assert plain != Sealer([OLD]).index("Alice", "name")


def test_keygen_makes_keys_that_are_read() -> None:
    """Several keys, newest first, on lines or with commas and blanks."""
    keys = [new_key() for _ in range(3)]
    read = read_keys(f" {keys[0]} ,\n{keys[1]}\n{keys[2]},")
    assert [base64.urlsafe_b64decode(key) for key in keys] == read
    assert 3 == len(set(read))


@pytest.mark.parametrize("text", ["", " , ,\n", "abc", "not a key at all", "A" * 43, TWO_KEYS_RUN_TOGETHER])
def test_what_is_no_key_is_refused(text: str) -> None:
    """The refusal says how to make one."""
    with pytest.raises(ValueError, match="intake keygen"):
        read_keys(text)


def test_the_refusal_of_a_key_names_its_place_and_does_not_quote_it() -> None:
    """A mistyped key is still a secret."""
    with pytest.raises(ValueError, match="^key 2 is not a key") as refused:
        read_keys(f"{new_key()},sesame-open-the-door")
    assert "sesame" not in str(refused.value)
