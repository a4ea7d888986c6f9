"""Tests settings: what is wrong is reported by the name of the setting, and an empty one is its default."""

from pathlib import Path

import pytest

from config import ConfigError
from config.settings import Settings, read_settings
from tracker.alerts.compose.mail_addresses import address_of


def refused() -> str:
    """Return what is said of the settings, which have to be refused."""
    with pytest.raises(ConfigError) as error:
        read_settings()
    return str(error.value)


@pytest.mark.parametrize(
    ("sender", "fits"),
    [
        ("tracker@localhost", True),
        ("Policy initiative tracker <tracker@localhost>", True),
        ("<tracker@example.org>", True),
        ("政策追踪 <a.b+c@xn--mller-kva.example>", True),
        ('"Tracker, Inc. (x)" <tracker@example.org>', True),
        ("nonsense", False),
        ("@example.org", False),
        ("tracker@", False),
        ("tracker@müller.example", False),
        ("müller@example.org", False),
        ("Tracker, Inc. <tracker@example.org>", False),
        ("a@example.org, b@example.org", False),
        ("Tracker <tracker@example.org", False),
        ("Tracker <tracker@example.org> x", False),
        ("Tracker  <tracker@example.org>", False),
        ("Tracker\n <tracker@example.org>", False),
        ("=?utf-8?q?x?= <tracker@example.org>", False),
        ("a%b@example.org", False),
        ("a..b@example.org", False),
        ("a@example..org", False),
        ("x" * 310 + "@example.org", False),
    ],
)
def test_whom_mails_are_from_can_be_written_or_is_refused(
    monkeypatch: pytest.MonkeyPatch, sender: str, fits: bool
) -> None:
    monkeypatch.setenv("TRACKER_MAIL_FROM", sender)
    if fits:
        assert address_of(read_settings().mail_from).addr_spec.isascii()
        return
    with pytest.raises(ConfigError, match=r"^setting mail_from \(TRACKER_MAIL_FROM\): write name@host [^\n]+$"):
        read_settings()


def test_settings_come_from_environment_before_toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.toml").write_text('smtp_host = "a"\nsmtp_port = 2525\n', encoding="utf-8")
    monkeypatch.setenv("TRACKER_SETTINGS", str(tmp_path / "own.toml"))
    monkeypatch.setenv("TRACKER_SMTP_HOST", "b")
    monkeypatch.chdir(tmp_path)
    assert (read_settings().smtp_host, read_settings().smtp_port) == ("b", 2525)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("own.toml", b'smtp_host "a"', "own.toml: not TOML: Expected '='"),
        ("own.toml", b"\nsmtp_host = a", "own.toml: not TOML: Invalid value (at line 2"),
        ("own.toml", "contact = '政策'".encode("gbk"), "own.toml: not UTF-8 at byte 12"),
        (".env", "TRACKER_CONTACT=政策".encode("gbk"), ".env: not UTF-8 at byte 17"),
    ],
)
def test_a_settings_file_that_cannot_be_read_is_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / "own.toml").touch()
    (tmp_path / name).write_bytes(content)
    monkeypatch.setenv("TRACKER_SETTINGS", str(tmp_path / "own.toml"))
    monkeypatch.chdir(tmp_path)
    complaint = refused()
    assert told in complaint
    assert "\n" not in complaint


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "own.toml: TRACKER_SETTINGS names no file; make it, or unset TRACKER_SETTINGS"),
        (
            'contact = "a"\ndatabse = "sqlite:///x.db"\n',
            "own.toml:2: unknown setting 'databse'; did you mean 'database'?",
        ),
        (
            '# TRACKER_DATABASE\nTRACKER_DATABASE = "x"\n',
            "own.toml:2: unknown setting 'TRACKER_DATABASE'; did you mean 'data",
        ),
        ("\n[smtp]\nhost = 'a'\n", "own.toml:2: unknown setting 'smtp'; "),
        ("colour = 1\n", "own.toml:1: unknown setting 'colour'; remove it"),
    ],
)
def test_settings_that_set_nothing_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None, told: str
) -> None:
    file = tmp_path / "own.toml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    monkeypatch.setenv("TRACKER_SETTINGS", str(file))
    monkeypatch.chdir(tmp_path)
    complaint = refused()
    assert told in complaint
    assert "\n" not in complaint


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("TRACKER_DATABSE", "environment: TRACKER_DATABSE is not a setting; did you mean TRACKER_DATABASE?"),
        ("TRACKER_SETTING", "environment: TRACKER_SETTING is not a setting; did you mean TRACKER_SETTINGS?"),
        ("tracker_smtphost", "environment: tracker_smtphost is not a setting; did you mean TRACKER_SMTP_HOST?"),
        (
            "TRACKER_XYZZY",
            "environment: TRACKER_XYZZY is not a setting; unset it; docs/configuration.md lists the settings",
        ),
        ("tracker_database", None),
        ("TRACKER", None),
        ("OTHER_TRACKER_DATABSE", None),
        ("TRACKER_PORT_8080_TCP_ADDR", None),
        ("TRACKER_SERVICE_HOST", None),
    ],
)
def test_variables_that_set_nothing_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    for where in ("environment", ".env"):
        if where == ".env":
            monkeypatch.delenv(name)
            (tmp_path / ".env").write_text(f"{name}=sqlite:///x.db\n", encoding="utf-8")
        else:
            monkeypatch.setenv(name, "sqlite:///x.db")
        if told is None:
            read_settings()
            continue
        assert refused() == told.replace("environment", where)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("smtp_port", "mail", "has to be a whole number, found 'mail'"),
        ("smtp_port", "65536", "has to be 65535 or less, found '65536'"),
        ("lease_seconds", "9" * 20, f"has to be 86400 or less, found '{'9' * 20}'"),
        ("round_minutes", "10081", "has to be 10080 or less, found '10081'"),
        ("source_megabytes", "9" * 20, f"has to be 1000000000 or less, found '{'9' * 20}'"),
        ("smtp_host", "mail.example.org:587", "has to be a host without http:// and port, which has a setting of its"),
        ("smtp_host", " ", "has to be a host without http:// and port, "),
        ("imap_host", "https://mail", "has to be a host without http:// and port, "),
        (
            "web_hosts",
            "a.example.org https://b.example.org",
            "has to be hosts without http:// and port, separated by blanks, found 'a.example.org https://",
        ),
        ("web_hosts", "a.example.org:8420", "has to be hosts without http:// and port, separated by blanks, found "),
        ("web_hosts", "*.example.org", "has to be hosts without http:// and port, separated by blanks, found "),
    ],
)
def test_a_bad_setting_is_reported_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(f"TRACKER_{name.upper()}", value)
    assert refused().startswith(f"setting {name} (TRACKER_{name.upper()}): {told}")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("smtp_host", "::1"),
        ("imap_host", "10.0.0.7"),
        ("web_hosts", "a.example.org, [2001:db8::1] web"),
        ("lease_seconds", "86400"),
    ],
)
def test_a_good_setting_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(f"TRACKER_{name.upper()}", value)
    assert str(getattr(read_settings(), name)) == value


def test_an_empty_setting_is_its_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    usual = read_settings()
    for name in Settings.model_fields:
        monkeypatch.setenv(f"TRACKER_{name.upper()}", "")
    # A script whose variable is empty must not write to another database.
    assert read_settings() == usual.model_copy(update={"database": ""})
    assert not read_settings().begins_database
    (tmp_path / ".env").write_text("TRACKER_MAILDIR=\n", encoding="utf-8")
    monkeypatch.delenv("TRACKER_MAILDIR")
    assert read_settings().maildir is None
