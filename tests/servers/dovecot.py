"""A real IMAP server on loopback: Dovecot in the foreground, with one user, a maildir and a certificate of its own."""

import imaplib
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from config import Settings
from tests.lacking import cannot_run
from tests.servers.mailserver import free_port

USER = "tracker"
# Characters that a careless client would not quote.
PASSWORD = 'pass "w\u00f6rd'
CONFIGURATION = """
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
auth_mechanisms = plain login
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = {folder}/mail
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
first_valid_gid = 1
mailbox_list_layout = fs
ssl = yes
ssl_server_cert_file = {folder}/cert.pem
ssl_server_key_file = {folder}/key.pem
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = nobody
    gid = nogroup
    home = {folder}/mail
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass
class Dovecot:
    """The server: its ports, and a client that adds mails and handles them as their owner would."""

    folder: Path
    plain: int
    tls: int

    @property
    def certificate(self) -> Path:
        """Return the certificate to trust."""
        return self.folder / "cert.pem"

    def settings(self, **more: object) -> Settings:
        """Settings that read this server over TLS."""
        chosen = {
            "imap_host": "localhost",
            "imap_port": self.tls,
            "imap_user": USER,
            "imap_password": PASSWORD,
        }
        return Settings(**(chosen | more))  # type: ignore[arg-type]

    @contextmanager
    def owner(self) -> Iterator[imaplib.IMAP4]:
        """Another client, logged in, in INBOX."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        client = imaplib.IMAP4_SSL("localhost", self.tls, ssl_context=context, timeout=60)
        client.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())
        client.select("INBOX")
        yield client
        client.logout()

    def put(self, *contents: bytes, folder: str = "INBOX") -> None:
        """Let mails come in."""
        with self.owner() as client:
            for content in contents:
                kind, answer = client.append(folder, None, None, content)  # type: ignore[arg-type]
                assert kind == "OK", answer

    def unseen(self) -> list[bytes]:
        """The numbers of the mails that are not marked as seen."""
        with self.owner() as client:
            return client.search(None, "UNSEEN")[1][0].split()


@contextmanager
def dovecot() -> Iterator[Dovecot]:
    """Run Dovecot while the block runs; without it, fail under CI and skip elsewhere."""
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None or os.geteuid() != 0:
        cannot_run("no Dovecot, or not root: apt-get install dovecot-imapd")
    # Its own user has to get in, and pytest's folders are closed to others.
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
    server = Dovecot(folder, free_port(), free_port())
    try:
        _set_up(server)
        process = subprocess.Popen([program, "-F", "-c", folder / "conf"], stderr=subprocess.DEVNULL)
        try:
            _wait(server, process)
            yield server
        finally:
            process.terminate()
            process.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _set_up(server: Dovecot) -> None:
    folder = server.folder
    folder.chmod(0o755)
    (folder / "mail").mkdir()
    shutil.chown(folder / "mail", "nobody", "nogroup")
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    made = ["-keyout", folder / "key.pem", "-out", folder / "cert.pem", "-days", "2"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made, *names]
    subprocess.run(command, check=True, capture_output=True)
    password = PASSWORD.replace('"', '\\"')
    chosen = CONFIGURATION.format(folder=folder, plain=server.plain, tls=server.tls, password=f'"{{PLAIN}}{password}"')
    (folder / "conf").write_text(chosen, encoding="utf-8")


def _wait(server: Dovecot, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert process.poll() is None, (server.folder / "log").read_text()
        with suppress(OSError), socket.create_connection(("127.0.0.1", server.tls), 1):
            return
        time.sleep(0.05)
    pytest.fail("Dovecot does not listen")
