"""Tables, repositories, outbox, encryption, migrations; the only room that writes SQL."""
