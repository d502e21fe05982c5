"""Other systems through the front door: a real bot tells a real receiver; commands try, list and retry; the doctor looks."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from live import ROOT, Live, live, walk
from receivers import SECRET, Receiver, mail_server, receiving

from storage.sealing import new_key

pytestmark = pytest.mark.slow
KEY = new_key()
CANARIES = ("Wilhelmina", "365", "4487", "Zoloft", SECRET[6:], "s3cret-part")


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


def _file(folder: Path, receiver: Receiver, *, events: str = "[lead.created, lead.claimed, lead.deleted]") -> str:
    """Two ways to the same receiver: one by reference, one with everything."""
    path = folder / "integrations.yaml"
    path.write_text(f"""
webhooks:
  - {{name: thin, url: '{receiver.address}/thin', loopback_http: true, secret_env: CRM_SECRET, events: {events}}}
  - {{name: full, url_env: FULL_URL, loopback_http: true, secret_env: CRM_SECRET, events: {events}, content: full}}
""")
    return str(path)


def _settings(folder: Path, receiver: Receiver) -> dict[str, str]:
    return {
        "INTEGRATIONS_FILE": _file(folder, receiver),
        "CRM_SECRET": SECRET,
        "FULL_URL": f"{receiver.address}/full?key=s3cret-part",
    }


def _run(folder: Path, *command: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ, "FIELD_KEYS": KEY, "TELEGRAM_API_URL": "http://127.0.0.1:9",
        "TELEGRAM_BOT_TOKEN": "1000000001:sandbox-token-not-a-secret",
        "DATABASE_URL": f"sqlite:///{folder / 'x.db'}", "PYTHONPATH": str(ROOT), **settings,
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "intake", *command], env=environment, cwd=folder, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip


def _sent(bot: Live, *command: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    """A command beside the bot."""
    return _run(bot.folder, *command, **{"FIELD_KEYS": bot.key, "DATABASE_URL": f"sqlite:///{bot.file}", **settings})


def _hand_over(bot: Live) -> None:
    """A whole intake of somebody new."""
    patient = bot.people.patient()
    patient.start()
    walk(patient)


def test_a_real_intake_reaches_a_real_receiver(tmp_path: Path, receiver: Receiver) -> None:
    """Signed, in each way; then erased; and the log has nothing of it."""
    settings = _settings(tmp_path, receiver)
    with live(tmp_path) as bot:
        bot.start(**settings)
        patient = bot.people.patient()
        patient.start()
        reference = walk(patient)
        receiver.wait_for(2)
        said = {
            post.path.partition("?")[0]: body for post, body in zip(receiver.posts, receiver.verified(), strict=True)
        }
        assert {reference} == {body["data"]["reference"] for body in said.values()}
        assert "contact" not in said["/thin"]["data"]
        assert "Wilhelmina Q" == said["/full"]["data"]["contact"]["name"]

        bundle = _sent(bot, "fhir", "lead", reference.lower(), **settings)
        assert "Wilhelmina Q" in bundle.stdout
        taken = json.loads(_sent(bot, "export", **settings).stdout)
        assert [reference] == [lead["reference"] for lead in taken]

        patient.say("/delete")
        patient.wait_for(lambda phone: "Erase everything" in phone.buttons())
        patient.tap("Erase everything")
        receiver.wait_for(4)
        assert ["lead.deleted"] * 2 == [body["type"] for body in receiver.verified()[2:]]
        assert [{"reference": reference}] * 2 == [body["data"] for body in receiver.verified()[2:]]
        assert 0 == bot.stop()
        assert bot.log is not None
        logged = bot.log.read_text()
    for word in CANARIES:
        assert word not in logged


def test_a_bot_that_is_killed_over_a_delivery_delivers_it_afterwards(tmp_path: Path, receiver: Receiver) -> None:
    """At least once, under the same id."""
    settings = _settings(tmp_path, receiver)
    both, released = threading.Barrier(3), threading.Event()

    def hold(_post: object) -> None:
        both.wait(60)
        released.wait(60)

    receiver.before_answer = hold
    with live(tmp_path) as bot:
        bot.start(**settings)
        _hand_over(bot)
        both.wait(60)
        bot.stop(signal.SIGKILL)
        released.set()
        before = receiver.wait_for(2)[:]
        receiver.before_answer = lambda _post: None

        bot.start(**settings)
        receiver.wait_for(4)
        assert 0 == bot.stop()

    def ids(path: str) -> list[str]:
        return [post.headers["webhook-id"] for post in receiver.posts if post.path.startswith(path)]

    assert 2 == len(before)
    for path in ("/thin", "/full"):
        assert 2 == len(ids(path))
        assert 1 == len(set(ids(path)))


def test_what_failed_is_listed_and_tried_again(tmp_path: Path, receiver: Receiver) -> None:
    """By the name of its target, or by its id."""
    receiver.answer(410)
    settings = _settings(tmp_path, receiver)
    with live(tmp_path) as bot:
        bot.start(**settings)
        _hand_over(bot)
        bot.until(lambda: _sent(bot, "deliveries", "list", **settings).stdout.count("dead") == 2)
        listed = _sent(bot, "deliveries", "list", **settings).stdout
        assert "thin\tlead.created\tdead\t1 tries\tHTTP 410" in listed

        receiver.answer(200)
        again = _sent(bot, "deliveries", "retry", "thin", **settings)
        assert "1 to be tried again." == again.stdout.strip()
        uid = next(line.split("\t")[0] for line in listed.splitlines() if "\tfull\t" in line)
        assert 0 == _sent(bot, "deliveries", "retry", uid, **settings).returncode
        receiver.wait_for(4)
        bot.until(lambda: "Everything was delivered." in _sent(bot, "deliveries", "list", **settings).stdout)
        nothing = _sent(bot, "deliveries", "retry", "nobody", **settings)
        assert (1, "intake: nobody: there is nothing to try again") == (nothing.returncode, nothing.stderr.strip())


def test_a_target_can_be_tried(tmp_path: Path, receiver: Receiver) -> None:
    """Without a bot or a database; what is wrong is one line, without address or secret."""
    settings = _settings(tmp_path, receiver)

    good = _run(tmp_path, "deliveries", "test", "full", **settings)
    assert (0, "full: delivered.") == (good.returncode, good.stdout.strip())
    assert {"reference": "TEST"} == receiver.verified()[0]["data"]
    receiver.answer(401)
    bad = _run(tmp_path, "deliveries", "test", "full", **settings)
    assert (1, "intake: full: not delivered: HTTP 401") == (bad.returncode, bad.stderr.strip())
    unknown = _run(tmp_path, "deliveries", "test", "crm", **settings)
    assert "there are: thin, full" in unknown.stderr


def test_a_mailbox_can_be_tried(tmp_path: Path) -> None:
    """One e-mail about nobody."""
    with mail_server() as mailbox:
        (tmp_path / "i.yaml").write_text(
            f"email:\n  - {{name: front, host: 127.0.0.1, port: {mailbox.port}, security: none, "
            "from: desk@clinic.example, to: [staff@clinic.example], events: [lead.created]}\n"
        )
        done = _run(tmp_path, "deliveries", "test", "front", INTEGRATIONS_FILE="i.yaml")

        assert (0, "front: delivered.") == (done.returncode, done.stdout.strip())
        assert "A test of this address" == mailbox.messages[0]["Subject"]


@pytest.mark.parametrize(("change", "line"), [
    ({"CRM_SECRET": ""}, "CRM_SECRET is not set; webhook thin in INTEGRATIONS_FILE needs it"),
    ({"CRM_SECRET": "plain"}, "CRM_SECRET (webhook thin): whsec_ and 24 to 64 bytes in base64"),
    ({"FULL_URL": "http://crm.example.com/s3cret-part"}, "FULL_URL (webhook full): https is needed"),
    ({"INTEGRATIONS_FILE": "gone.yaml"}, "INTEGRATIONS_FILE: cannot read gone.yaml"),
    ({"INTEGRATIONS_FILE": "bad.yaml"}, "bad.yaml:2: webhooks.0.nam: there is no such key"),
    ({"INTEGRATIONS_FILE": "field.yaml"}, "field.yaml: hub: fields: there is no shoe_size"),
], ids=["unset", "no secret", "http", "no file", "bad file", "no field"])  # fmt: skip
def test_a_mistake_is_one_line_and_the_bot_does_not_start(
    tmp_path: Path, receiver: Receiver, change: dict[str, str], line: str
) -> None:
    """The variable or the place, and what is wrong; never what a secret is."""
    (tmp_path / "bad.yaml").write_text("webhooks:\n  - {nam: x}\n")
    (tmp_path / "field.yaml").write_text(
        "webhooks:\n  - {name: hub, preset: gohighlevel, content: full, url_env: FULL_URL, "
        "events: [lead.created], fields: {x: shoe_size}}\n"
    )
    done = _run(tmp_path, "run", **{**_settings(tmp_path, receiver), **change})

    assert 1 == done.returncode
    assert done.stderr.strip().splitlines()[-1].startswith(f"intake: {line}"), done.stderr
    assert "s3cret-part" not in done.stderr
    assert "Traceback" not in done.stderr


def test_secrets_may_stand_in_the_env_file(tmp_path: Path, receiver: Receiver) -> None:
    """Where the other settings are."""
    settings = _settings(tmp_path, receiver)
    (tmp_path / ".env").write_text(f"CRM_SECRET={settings.pop('CRM_SECRET')}\n")

    assert 0 == _run(tmp_path, "deliveries", "test", "thin", **settings).returncode
    assert 1 == len(receiver.verified())


def test_the_doctor_looks_at_other_systems(tmp_path: Path, receiver: Receiver) -> None:
    """The file, the secrets, the hosts; with a remedy for each."""
    well = _run(tmp_path, "doctor", **_settings(tmp_path, receiver)).stdout
    assert "  ok  integrations: 2 webhooks, 0 mailboxes" in well
    assert "  ok  webhook full: 127.0.0.1 has an address" in well
    assert "s3cret-part" not in well

    settings = _settings(tmp_path, receiver) | {"FULL_URL": "https://127.0.0.1/x", "CRM_SECRET": SECRET}
    ill = _run(tmp_path, "doctor", **settings).stdout
    assert "FAIL  webhook full: 127.0.0.1 has only addresses inside, which are not told" in ill
    assert "→ if that is meant, add the host to allowed_hosts in INTEGRATIONS_FILE" in ill
    unset = _run(tmp_path, "doctor", **(settings | {"CRM_SECRET": ""})).stdout
    assert "FAIL  webhook thin: CRM_SECRET is not set" in unset


def test_the_questionnaire_comes_out_as_fhir(tmp_path: Path) -> None:
    """On standard output; a language there is not is one line."""
    done = _run(tmp_path, "fhir", "questionnaire", "--language", "es")
    assert "Questionnaire" == json.loads(done.stdout)["resourceType"]
    assert (
        "intake: --language: one of en, es"
        == _run(tmp_path, "fhir", "questionnaire", "--language", "fr").stderr.strip()
    )
