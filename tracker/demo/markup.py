"""Turn data into the markup of the real sites: Jinja2 templates that escape everything they print."""

import posixpath
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


def relative(url: str, base: str) -> str:
    """Return the address as TRS sites write it: relative to the list's folder, with a leading ./ or ../."""
    path = posixpath.relpath(urlsplit(url).path, posixpath.dirname(urlsplit(base).path))
    return path if path.startswith(".") else f"./{path}"


def scheme_less(url: str) -> str:
    """Return the address without its scheme, from the two slashes on."""
    return url[url.index("//") :]


def plain_http(url: str) -> str:
    """Return the address as http, as older rows of a list still have it."""
    return url.replace("https://", "http://", 1)


def day_of(time: datetime, form: str) -> str:
    """Format the time in a `strftime` form; {d}, {m} and {h} are day, month and hour without a leading zero."""
    return time.strftime(form).format(d=time.day, m=time.month, h=time.hour)


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("tracker.demo", "."),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "relative": relative,
        "scheme_less": scheme_less,
        "plain_http": plain_http,
        "day_of": day_of,
    }
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return made


ENVIRONMENT = _environment()


def render(site_id: str, template: str, **facts: Any) -> str:
    """Render a template of the site (`sites/<id>/`), or else the one that sites share (`templates/`)."""
    names = [f"sites/{site_id}/{template}", f"templates/{template}"]
    return ENVIRONMENT.select_template(names).render(facts)
