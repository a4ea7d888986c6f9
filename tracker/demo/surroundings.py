"""Return the settings of the demo: its own database and mail server instead of those of the user."""

from pathlib import Path

DATABASE = "demo.db"
LOOPBACK = "127.0.0.1"


def surroundings(folder: Path, mail_port: int | None = None) -> dict[str, str]:
    """Return environment variables for commands that use the demo's database in `folder`."""
    port = {} if mail_port is None else {"TRACKER_SMTP_PORT": str(mail_port)}
    return {
        "TRACKER_DATABASE": f"sqlite:///{folder / DATABASE}",
        "TRACKER_NEW_DATABASE": "true",
        "TRACKER_SMTP_HOST": LOOPBACK,
        "TRACKER_SMTP_SERVERS": "",
        "TRACKER_SMTP_SECURITY": "none",
        "TRACKER_SMTP_USER": "",
        "TRACKER_SMTP_PASSWORD": "",
        "TRACKER_FIRST_CRAWL_MINUTES": "0",
        **port,
    }
