"""How this installation runs: environment `TRACKER_*`, then `.env`, then a TOML file, then defaults."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path
from pydantic import Field, HttpUrl, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from config.files import ConfigError

NAME = "policy-initiative-tracker"


class Settings(BaseSettings):
    """One field a setting; `TRACKER_SMTP_HOST` in the environment is `smtp_host` in the TOML file."""

    model_config = SettingsConfigDict(env_prefix="TRACKER_", env_file=".env", extra="ignore", frozen=True)

    database: str = Field(default_factory=lambda: f"sqlite:///{user_data_path(NAME) / 'tracker.db'}")
    config: Path | None = None
    replica: HttpUrl | None = None
    contact: str = "the operator has set no TRACKER_CONTACT"
    smtp_host: str = "localhost"
    smtp_port: int = 25
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_security: str = Field(default="none", pattern="^(none|starttls|tls)$")
    mail_from: str = "Policy initiative tracker <tracker@localhost>"
    webhook_secret: str = ""
    crawl_seconds: int = Field(default=1800, ge=10)
    immediate_most: int = Field(default=20, ge=1)
    lease_seconds: int = Field(default=300, ge=1)
    first_crawl_minutes: int = Field(default=2, ge=0)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the base class passes it
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the TOML file (`TRACKER_SETTINGS`, else the user's folder) below environment and `.env`."""
        default = user_config_path(NAME) / "tracker.toml"
        toml = TomlConfigSettingsSource(settings_cls, Path(os.environ.get("TRACKER_SETTINGS", default)))
        return init_settings, env_settings, dotenv_settings, toml


def read_settings() -> Settings:
    """Read the settings; raise ConfigError that names the setting where one does not fit."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise ConfigError(
            f"setting {name} (TRACKER_{name.upper()}): {first['msg']}, found {str(first['input'])[:80]!r}"
        ) from error
