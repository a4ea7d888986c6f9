"""Tests that every output for programs is as its schema states, in every format."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from typer.main import get_command
from typer.testing import CliRunner

from tests.contract.stored import installation
from tests.factories.archives import archive
from tests.processes.running import Tracker
from tracker.cli.app import app
from tracker.contract.formats.comma_separated import csv_text
from tracker.contract.formats.flat import columns
from tracker.contract.formats.workbooks import workbook
from tracker.contract.models.announcement import Announcement
from tracker.contract.models.document import SearchHit
from tracker.contract.models.row import Row
from tracker.contract.outputs import LINES, LISTS, ONES, schemas
from tracker.demo.server import serve

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
COMMANDS: dict[str, tuple[str, ...]] = {
    "alerts": ("alerts", "list"),
    "alerts-check": ("alerts", "check", "--since", "3650d"),
    "alerts-log": ("alerts", "log"),
    "alerts-preview": ("alerts", "preview", "--initiative", "ai-plus", "--days", "3000"),
    "alerts-send": ("alerts", "send"),
    "alerts-recipients": ("alerts", "recipients"),
    "alerts-mailbox": ("alerts", "mailbox"),
    "alerts-mailbox-past": ("alerts", "mailbox", "--past"),
    "analyze": ("analyze", "{folder}/records.jsonl"),
    "backfill": ("backfill", "{folder}/pages.warc.gz"),
    "compare": ("compare", "ai-plus", "low-altitude-economy"),
    "corrections": ("corrections",),
    "corrections-gold": ("corrections",),
    "crawl": ("crawl", "nea", "--limit", "2"),
    "alerts-tokens": ("alerts", "tokens", "list"),
    "daemon": ("daemon", "--status"),
    "daemon-steps": ("daemon", "--status"),
    "db-check": ("db", "check", "--digest"),
    "db-copy": ("db", "copy", "sqlite:///{folder}/copy.db"),
    "db-stats": ("db", "stats"),
    "deadlines": ("deadlines", "--since", "2000"),
    "development": ("development", "low-altitude-economy"),
    "diff": ("diff", "https://www.miit.gov.cn/c.html"),
    "discover": ("discover", "--since", "2025-01-01", "--known"),
    "explain": ("explain", "1"),
    "explain-stories": (
        "explain",
        "--stories",
        "https://www.gov.cn/zhengce/a.htm",
        "https://english.www.gov.cn/a.html",
    ),
    "extract": ("extract", "--batch", "{folder}/batch.jsonl"),
    "health": ("health",),
    "health-past": ("health", "--past"),
    "initiatives": ("initiatives",),
    "initiatives-check": ("initiatives", "check", "ai-plus"),
    "news": ("news", "--since", "2025"),
    "numbers": ("numbers",),
    "read": ("read",),
    "rules-add": (
        *("rules", "add", "zh.mentioned.tasted", "--before", "(品尝|推进)…", "--above", "zh.mentioned.seen"),
        *("--example", "游客品尝低空经济小吃。", "--example", "大家品尝氢能咖啡。"),
    ),
    "rules-try": ("rules", "try", "国务院印发《关于深入实施“人工智能+”行动的意见》。", "--language", "zh"),
    "search": ("search", "人工智能+ OR 低空"),
    "search-by-month": ("search", "低空", "--by", "month"),
    "search-count": ("search", "低空", "--count"),
    "show-address": ("show", "https://www.gov.cn/zhengce/a.htm"),
    "show-announcement": ("show", "1"),
    "sources": ("sources",),
    "sources-check": ("sources", "check", "nea"),
    "sources-check-all": ("sources", "check", "--all"),
    "timeline": ("timeline", "ai-plus", "low-altitude-economy"),
    "verify": ("verify",),
}
ON_SITES = ("backfill", "crawl", "read", "sources-check", "sources-check-all")
"""The outputs of commands that bring pages home or read them, which need a database of their own."""
LINED = {"analyze": "jsonl", "corrections-gold": "gold", "extract": "json"}
"""The formats that are one object a line."""
PAGE = "<title>低空经济</title><h1>低空经济再上台阶</h1><p>工业和信息化部6月5日通报：低空经济规模达到6000亿元。</p>"
LIST = "<ul><li><a href='/a.html'>低空经济</a> 2026-06-05</li><li><a href='/b.html'>人工智能</a></li></ul>"
FORMS = ("jsonl", "csv", "xlsx", "markdown")
SILENT = {"alerts-check"}
"""The outputs that are empty if all is well."""


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """Return an installation for which every output has content."""
    return installation(tmp_path_factory.mktemp("stored"))


def printed(tracker: Tracker, *words: str) -> bytes:
    """Return what a command prints."""
    done = CliRunner(env=tracker.environment).invoke(app, words)
    assert done.exit_code in (0, 1), done.output
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done.stdout_bytes


@pytest.fixture(scope="module")
def on_sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    """Yield an installation whose sites are served by the replica."""
    with serve(stage=1) as replica:
        yield Tracker(tmp_path_factory.mktemp("on_sites"), {"TRACKER_REPLICA": replica.url})


@pytest.fixture(scope="module")
def told(tracker: Tracker, on_sites: Tracker) -> Callable[[str], Any]:
    """Return the content of each output as JSON, computed once."""

    @cache
    def ask(output: str) -> Any:
        if output == "read":
            ask("crawl")
        if output == "backfill":
            archive(tracker.folder / "pages.warc.gz", range(3))
        if output == "extract":
            batch(tracker.folder)
        words = [word.format(folder=tracker.folder) for word in COMMANDS[output]]
        if output in ON_SITES:
            return json.loads(on_sites.run(*words, "--format", "json", code=None).stdout)
        if output in LINED:
            return [json.loads(line) for line in printed(tracker, *words, "--format", LINED[output]).splitlines()]
        return json.loads(printed(tracker, *words, "--format", "json"))

    return lambda output: ask("daemon")["steps"] if output == "daemon-steps" else ask(output)


def batch(folder: Path) -> None:
    """Write saved pages, an article and a list, and the file that names them."""
    lines = [{"id": "1", "file": "page.html", "url": "https://www.miit.gov.cn/c.html"}]
    lines.append({"id": "2", "file": "list.html", "url": "https://www.miit.gov.cn/", "rows": []})
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "list.html").write_text(LIST, encoding="utf-8")
    (folder / "batch.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")


@pytest.fixture(params=LISTS)
def rows(request: pytest.FixtureRequest, told: Callable[[str], Any]) -> tuple[type[Row], list[Row]]:
    """Return the rows of each output that is a list, and their model."""
    model = LISTS[request.param]
    return model, [model.model_validate(row) for row in told(request.param)]


def validator(output: str) -> Draft202012Validator:
    """Return what validates an output against its published schema, including days and moments."""
    schema = json.loads((SCHEMAS / f"{output}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_every_output_has_a_command_here() -> None:
    assert COMMANDS.keys() == LISTS.keys() | ONES.keys() | LINES.keys()


def test_every_command_that_prints_json_has_a_schema() -> None:
    assert [words for words in with_json(get_command(app)) if words not in known_words()] == []


def with_json(command: Any, *words: str) -> Iterator[tuple[str, ...]]:
    """Yield the commands that take `--format json` or `jsonl`."""
    for option in command.params:
        if "--format" in option.opts and {"json", "jsonl"} & {*get_args(option.type_descriptor.annotation)}:
            yield words
    for name, one in getattr(command, "commands", {}).items():
        yield from with_json(one, *words, name)


def known_words() -> set[tuple[str, ...]]:
    """Return the beginnings of the commands of all outputs."""
    return {words[:end] for words in COMMANDS.values() for end in range(1, len(words) + 1)}


def test_the_published_schemas_are_those_of_the_models() -> None:
    published = {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in SCHEMAS.glob("*.json")
        if file.stem != "openapi"
    }
    assert published == schemas(), "write them again: python -m tracker.contract docs/schema"


@pytest.mark.parametrize("output", COMMANDS)
def test_json_is_as_its_schema_states(told: Callable[[str], Any], output: str) -> None:
    assert told(output) or output in SILENT
    for said in told(output) if output in LINED else [told(output)]:
        validator(output).validate(said)


def test_csv_has_the_same_columns_whatever_is_in_it(rows: tuple[type[Row], list[Row]]) -> None:
    model, some = rows
    written = list(csv.reader(io.StringIO("".join(csv_text(model, some)))))
    assert written[0] == columns(model)
    assert {len(row) for row in written} == {len(columns(model))}
    assert len(written) == len(some) + 1
    assert "".join(csv_text(model, [])) == ",".join(columns(model)) + "\n"


def test_a_workbook_opens(rows: tuple[type[Row], list[Row]]) -> None:
    model, some = rows
    sheet = load_workbook(io.BytesIO(workbook(model, some, "rows"))).active
    assert [cell.value for cell in sheet[1]] == columns(model)
    assert sheet.max_row == len(some) + 1
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("output", ["news", "numbers", "sources"])
def test_every_format_is_printed(tracker: Tracker, told: Callable[[str], Any], output: str) -> None:
    forms = {form: printed(tracker, *COMMANDS[output], "--format", form) for form in FORMS}
    assert [json.loads(line) for line in forms["jsonl"].splitlines()] == told(output)
    assert forms["csv"].startswith(",".join(columns(LISTS[output])).encode())
    assert load_workbook(io.BytesIO(forms["xlsx"])).active.title == output
    table = forms["markdown"].decode().splitlines()
    assert len(table) == len(told(output)) + 2
    assert all(line.startswith("|") and line.endswith("|") for line in table)


def test_a_row_has_the_number_the_rule_and_the_quotes_of_both_languages(
    tracker: Tracker, told: Callable[[str], Any]
) -> None:
    row = next(row for row in told("timeline") if row["initiative"] == "ai-plus")
    assert row["number"] == "国发〔2025〕11号"
    assert row["rule"]
    assert {quote["language"] for quote in row["quotes"]} == {"zh", "en"}
    assert row["quotes"][0]["text"] == row["quote"]
    for quote in row["quotes"]:
        text = json.loads(printed(tracker, "show", quote["url"], "--format", "json"))["text"]
        assert text[quote["start"] : quote["end"]] == quote["text"]
    assert row["members"] == 2
    assert row["found_at"].endswith("Z")


def test_a_published_moment_bears_its_zone(told: Callable[[str], Any]) -> None:
    assert {(row["published"], row["day"]) for row in told("search")} >= {
        ("2025-08-26T17:30+08:00", "2025-08-26"),
        ("2026-03", None),
        ("2026-06-05", "2026-06-05"),
    }


def test_a_workbook_has_days_moments_and_numbers(told: Callable[[str], Any]) -> None:
    rows = [Announcement.model_validate(row) for row in told("timeline")]
    sheet = load_workbook(io.BytesIO(workbook(Announcement, rows, "timeline"))).active
    names = [cell.value for cell in sheet[1]]
    row = dict(zip(names, [cell.value for cell in sheet[2]], strict=True))
    assert row["day"] == datetime(2025, 8, 26)
    assert isinstance(row["found_at"], datetime)
    assert row["day_stated"] in (True, False)
    assert (row["figure_1_value"], row["figure_1_year"]) == (70, 2027)


def test_a_title_that_is_a_formula_is_text(told: Callable[[str], Any]) -> None:
    hits = [SearchHit.model_validate(row) for row in told("search")]
    written = csv.DictReader(io.StringIO("".join(csv_text(SearchHit, hits))))
    assert "'=1+1 低空经济" in {row["title"] for row in written}
    sheet = load_workbook(io.BytesIO(workbook(SearchHit, hits, "search"))).active
    assert ("=1+1 低空经济", "s") in {(cell.value, cell.data_type) for row in sheet.iter_rows() for cell in row}


def test_excel_is_shown_that_csv_is_utf_8(tracker: Tracker) -> None:
    assert printed(tracker, "initiatives", "--format", "csv", "--bom").startswith("\ufeffid,".encode())
    assert printed(tracker, "initiatives", "--format", "csv").startswith(b"id,")


@pytest.mark.parametrize("output", [name for name in COMMANDS if name.startswith("alerts")])
def test_no_output_holds_a_token(told: Callable[[str], Any], output: str) -> None:
    assert "token" not in json.dumps(told(output))


CITED = {
    "bibtex": [
        "@techreport{tracker-",
        "  title = {China issues guideline on AI Plus initiative},",
        "  author = {{State Council}},",
        "  number = {国发〔2025〕11号},",
        "  date = {2025-08-26},",
        "  url = {https://english.www.gov.cn/a.html},",
        "  langid = {english},",
        " act corrected by Ana on ",
    ],
    "ris": [
        "TY  - GOVDOC",
        "M1  - 国发〔2025〕11号",
        "DA  - 2025/08/26/",
        "UR  - https://english.www.gov.cn/a.html",
        "N1  - act corrected by Ana on ",
        "ER  - ",
    ],
}


@pytest.mark.parametrize("form", CITED)
def test_an_announcement_is_cited(tracker: Tracker, told: Callable[[str], Any], form: str) -> None:
    id_ = next(str(row["id"]) for row in told("timeline") if row["initiative"] == "ai-plus")
    for words in (["show", id_], ["timeline", "ai-plus"], ["news", "--since", "2025"]):
        cited = printed(tracker, *words, "--format", form).decode()
        assert [line for line in CITED[form] if line not in cited] == []


def test_every_form_cites_the_page_that_is_written(tracker: Tracker, told: Callable[[str], Any]) -> None:
    row = next(row for row in told("timeline") if row["initiative"] == "ai-plus")
    words = ["show", str(row["id"])]
    assert sha256(printed(tracker, *words, "--page")).hexdigest() == row["sha256"]
    for form in ("text", *CITED):
        cited = "".join(printed(tracker, *words, "--format", form).decode().split()).rpartition("Tociteit")[2]
        for part in ("StateCouncil", row["headline"], row["number"], row["url"], row["sha256"]):
            assert "".join(part.split()) in cited


@pytest.mark.parametrize(
    ("what", "same"),
    [
        ("国发(2025)11号", "国发〔2025〕11号"),
        ("国发〔２０２５〕１１号", "国发〔2025〕11号"),
        ("国发 〔2025〕 11 号", "国发〔2025〕11号"),
        ("國發〔2025〕11號", "国发〔2025〕11号"),
        ("国发〔2025〕11", "国发〔2025〕11号"),
        ("www.gov.cn/zhengce/a.htm", "https://www.gov.cn/zhengce/a.htm"),
        ("https://www.gov.cn/zhengce/a.htm#part2", "https://www.gov.cn/zhengce/a.htm"),
    ],
)
def test_a_paper_or_an_address_is_found_as_people_write_it(tracker: Tracker, what: str, same: str) -> None:
    assert printed(tracker, "show", what) == printed(tracker, "show", same)


def test_an_address_is_not_cited(tracker: Tracker) -> None:
    words = [*COMMANDS["show-address"], "--format", "ris"]
    done = CliRunner(env=tracker.environment).invoke(app, words)
    assert "cites announcements" in str(done.exception)
