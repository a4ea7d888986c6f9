"""Read how this installation runs: environment `TRACKER_*`, then `.env`, then a TOML file, then defaults."""

import tomllib
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path
from pydantic import Field, HttpUrl, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from config.error import ConfigError, quoted
from config.mailservers import MailServerAddress, read_servers
from config.mistakes import HOST, HOSTS, said
from config.sender import read_sender
from config.settings_file import named_file, refuse_unknown, refuse_unknown_variables

NAME = "policy-initiative-tracker"
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
# No clock and no database can count further than the largest of these.
DAY_SECONDS, WEEK_MINUTES, MOST = 86_400, 10_080, 1_000_000_000


class Settings(BaseSettings):
    """One field per setting; `TRACKER_SMTP_HOST` in the environment is `smtp_host` in the TOML file."""

    model_config = SettingsConfigDict(env_prefix="TRACKER_", env_file=".env", extra="ignore", frozen=True)

    database: str = Field(default_factory=lambda: f"sqlite:///{user_data_path(NAME) / 'tracker.db'}", repr=False)
    new_database: bool | None = None
    config: Path | None = None
    replica: HttpUrl | None = None
    proxy: str = Field(default="", pattern=r"^$|^none$|^https?://[^\s/]+/?$", repr=False)
    contact: str = "the operator has set no TRACKER_CONTACT"
    smtp_host: str = Field(default="localhost", pattern=HOST)
    smtp_port: int = Field(default=25, ge=1, le=65535)
    smtp_user: str = ""
    smtp_password: str = Field(default="", repr=False)
    smtp_security: str = Field(default="none", pattern="^(none|starttls|tls)$")
    smtp_servers: str = Field(default="", repr=False)
    smtp_connections: int = Field(default=2, ge=1, le=20)
    mail_from: str = "Policy initiative tracker <tracker@localhost>"
    mail_charts: bool = True
    bounce_address: str = Field(default="", pattern=r"^$|^[^@\s<>+]{1,31}@[^@\s<>]+$")
    public_url: HttpUrl | None = None
    imap_host: str = Field(default="", pattern=HOST)
    imap_port: int = Field(default=993, ge=1, le=65535)
    imap_user: str = ""
    imap_password: str = Field(default="", repr=False)
    imap_security: str = Field(default="tls", pattern="^(none|starttls|tls)$")
    imap_folder: str = "INBOX"
    maildir: Path | None = None
    web_token: str = Field(default="", repr=False)
    web_hosts: str = Field(default="", pattern=HOSTS)
    web_sign_up: bool = True
    web_rate: int = Field(default=600, ge=0, le=MOST)
    webhook_secret: str = Field(default="", repr=False)
    webhook_private: bool = False
    crawl_seconds: int = Field(default=1800, ge=10, le=DAY_SECONDS)
    source_megabytes: int = Field(default=500, ge=0, le=MOST)
    immediate_most: int = Field(default=20, ge=1, le=MOST)
    brake_most: int = Field(default=5000, ge=0, le=MOST)
    brake_recipient_most: int = Field(default=200, ge=0, le=MOST)
    lease_seconds: int = Field(default=300, ge=1, le=DAY_SECONDS)
    first_crawl_minutes: int = Field(default=2, ge=0, le=WEEK_MINUTES)
    round_minutes: int = Field(default=2, ge=0, le=WEEK_MINUTES)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, told: dict[str, Any]) -> dict[str, Any]:
        """Take an empty setting for its default, as a line `TRACKER_CONFIG=` means it, and not for the current folder.

        An empty address of the database stays wrong: a script whose variable is empty must not write to another one.
        """
        return {name: value for name, value in told.items() if value != "" or name == "database"}

    @field_validator("smtp_servers", mode="before")
    @classmethod
    def _servers(cls, value: object) -> object:
        text = " ".join(map(str, value)) if isinstance(value, list | tuple) else value
        if isinstance(text, str):
            read_servers(text)
        return text

    @field_validator("mail_from")
    @classmethod
    def _sender(cls, value: str) -> str:
        return read_sender(value)

    @property
    def begins_database(self) -> bool:
        """Decide whether a missing SQLite file may be created: at the default path, and if `new_database` says so."""
        return "database" not in self.model_fields_set if self.new_database is None else self.new_database

    @property
    def served_hosts(self) -> frozenset[str]:
        """Return the hosts for which the endpoint answers: `web_hosts`, or that of `public_url`; and this machine.

        Folded, without ports, an IPv6 address in brackets.
        """
        public = [self.public_url.host or ""] if self.public_url else []
        named = self.web_hosts.replace(",", " ").casefold().split() or [one.casefold() for one in public]
        return frozenset({*named, *LOOPBACK})

    @property
    def mail_servers(self) -> tuple[MailServerAddress, ...]:
        """Return the mail servers in the order of use: that of `smtp_host`, then those of `smtp_servers`."""
        more = read_servers(self.smtp_servers)
        first = MailServerAddress(
            self.smtp_host, self.smtp_port, self.smtp_security, self.smtp_user, self.smtp_password
        )
        # A list alone is the whole list: the default host is not added.
        return more if more and "smtp_host" not in self.model_fields_set else (first, *more)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the base class passes it
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the TOML file (`TRACKER_SETTINGS`, otherwise the user's folder) below environment and `.env`."""
        file = named_file(user_config_path(NAME) / "tracker.toml")
        try:
            toml = TomlConfigSettingsSource(settings_cls, file)
        # The file may contain passwords: its content stays out of tracebacks.
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{file}: not TOML: {error}; check quotes and `name = value` there") from None
        except UnicodeDecodeError as error:
            raise ConfigError(f"{file}: not UTF-8 at byte {error.start + 1}; save the file as UTF-8") from None
        refuse_unknown(file, toml.toml_data, settings_cls.model_fields)
        return init_settings, env_settings, dotenv_settings, toml


def read_settings() -> Settings:
    """Read the settings; raise ConfigError that names the setting, or the file, if one is invalid."""
    try:
        refuse_unknown_variables(Settings.model_fields)
        return Settings()
    except UnicodeDecodeError as error:
        raise ConfigError(f".env: not UTF-8 at byte {error.start + 1}; save the file as UTF-8") from None
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        # A value that may contain a password is not shown again, nor kept in a traceback.
        shown = Settings.model_fields[name].repr if name in Settings.model_fields else True
        found = f", found {quoted(str(first['input'])[:80])}" if shown else ""
        raise ConfigError(f"setting {name} (TRACKER_{name.upper()}): {said(first)}{found}") from None
