"""Tests declarations: what is wrong is reported with file, line, entry and a correction."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from config import Config, ConfigError, load
from config.files import _Loader, _plain, _quickly, read_entries, read_entry
from config.schema.initiative import Initiative
from config.schema.source import Source

SOURCE = """\
id: example
name: {en: Example, zh: 示例}
tier: primary
language: zh
hosts: [www.example.gov.cn]
articles: {accept: '/art/'}
lists:
  - id: news
    kind: listing
    url: https://www.example.gov.cn/news/
    rows: ul > li
    link: a::attr(href)
evidence: {verified_on: 2026-11-24, confidence: high}
"""


def test_a_good_source_is_read(tmp_path: Path) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(SOURCE, encoding="utf-8")
    source = read_entry(file, Source)
    assert source.lists[0].link[0].select == "a::attr(href)"
    assert source.evidence.verified_on.year == 2026


@pytest.mark.parametrize(
    ("was", "becomes", "line", "told"),
    [
        ("tier: primary", "teir: primary", 3, "did you mean 'tier'?"),
        ("tier: primary", "tier: primary\ntier: media", 4, "is already in line 3"),
        ("    rows: ul > li", "    rows: 'ul > > li'", 11, "not a CSS selector"),
        ("    rows: ul > li\n", "", 8, "needs `rows`"),
        ("accept: '/art/'", "accept: '/art('", 6, "not a regular expression"),
        ("accept: '/art/'", r"accept: '/art/\d+('", 6, r"single quotes (found '/art/\d+(')"),
        ("    rows: ul > li", r"    rows: 'ul > \31 > > li'", 11, r"not a CSS selector: 'ul > \31 > > li'"),
        ("accept: '/art/'", "accept: '/art/', key: 'art_.*'", 6, "has no group; put ( ) around the part"),
        ("accept: '/art/'", "accept: '/art/', key: 'art_(.*'", 6, "not a regular expression"),
        ("    rows:", "    discover: {page: 'https://www.example.gov.cn/', find: 'x'}\n    rows:", 11, "has no group"),
        ("https://www.example.gov.cn/news/", "ftp://www.example.gov.cn/", 10, "not a web address"),
        ("https://www.example.gov.cn/news/", "'https://[::1/'", 10, "not a web address"),
        ("https://www.example.gov.cn/news/", "http://www.example.gov.cn:8080/", 10, "leave the port out"),
        ("https://www.example.gov.cn/news/", "http://www.example.gov.cn:99999/", 10, "leave the port out"),
        ("https://www.example.gov.cn/news/", "https://other.gov.cn/", 8, "not among `hosts`"),
        ("hosts: [www.example.gov.cn]\n", "", 1, "'hosts' is missing"),
        ("tier: primary", "tier: [primary", 4, "not YAML"),
    ],
)
def test_a_bad_source_is_refused_in_words(tmp_path: Path, was: str, becomes: str, line: int, told: str) -> None:
    file = tmp_path / "example.yaml"
    assert was in SOURCE
    file.write_text(SOURCE.replace(was, becomes), encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        read_entry(file, Source)
    assert f"{file}:{line}:" in str(refused.value)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("on: 1\nx: 创新".encode("gbk"), ":2: not UTF-8"),
        (b"x: &a\n  names: *a\n", ":1: contains itself through an alias"),
        (b"x:\n  - &a\n    - *a\n", ":2: contains itself through an alias"),
        (b"x: " + b"[" * 50_000, ": nested too deeply"),
        (b"x: y\nz: \x00\n", ":2: not YAML"),
        (b"x:\n  zh: [y]\n---\nz:\n", ":3: a second document begins here; remove the line ---"),
        (
            "deep-sea:\nzh: [深海]\n".encode(),
            ":1: entry 'deep-sea': has to be `key: value` lines; check its indent (found nothing)",
        ),
        (b"x:\n  zh: !foo y\n", ":2: not YAML: the tag '!foo' is not allowed here; remove it"),
        (b"x:\n  zh: !!int y\n", ":2: not YAML: the tag"),
        (b"x:\n  zh: !!timestamp y\n", ":2: not YAML: the tag"),
        (b"x: !!str [y]\n", ":1: not YAML: the tag"),
        (b"x:\n  ? [y, z]\n  : a\n", ":2: a key must be one word"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_file_that_is_not_yaml_is_reported(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "initiatives.yaml"
    file.write_bytes(content)
    with pytest.raises(ConfigError) as refused:
        load(tmp_path)
    assert f"{file}{told}" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("entries", "line", "told"),
    [
        (
            "# ours\nDeep_Sea:\n  names: {en: a, zh: b}\n  zh: [深海]\n",
            2,
            "entry 'Deep_Sea': has to be small",
        ),
        ("a:\n  names: {en: a, zh: b}\n  zh: [深海]\n\nB:\n\n  names: {en: a, zh: b}\n", 5, "entry 'B': has"),
        ("deep:\n  zh: [深海]\n  tire: 1\n", 3, "unknown key 'tire'"),
        ("deep:\n  terms: [深海]\n", 2, "unknown key 'terms'; write the terms under `zh` and `en`"),
        ("initiatives:\n  deep:\n    zh: [深海]\n", 2, "unknown key 'deep'; if it is an entry, begin it in the first"),
        ("deep:\n  names: {en: a, zh: b}\n", 1, "entry 'deep'"),
        ("deep:\n  names: {en: a, zh: b}\n  zh: ['深\\d海']\n", 3, r"(found '深\d海')"),
        ("deep:\n  names: {en: ''}\n  zh: [深海]\n", 2, "names.en: is an empty name; write one"),
        ("deep:\n  names: {en: a, zh: ' '}\n  zh: [深海]\n", 2, "names.zh: is an empty name; write one"),
        ("deep:\n  names: {en: a, zh: b}\n  zh: [深海, 深海...装备]\n", 3, "... is no gap; write …"),
        ("deep:\n  names: {en: a, zh: b}\n  zh: [科技, 深海 OR 海洋]\n", 3, "OR is of a search;"),
        ("deep:\n  names: {en: a, zh: b}\n  en:\n  - deep sea,\n  - ocean\n", 3, "each term ends with ,,"),
        ("deep:\n  names: {en: a, zh: b}\n  en: [the]\n", 3, "nearly every text has these words; add a word"),
        ("deep:\n  names: {en: a, zh: b}\n  en: [deep sea, 'Of … the [new|]']\n", 3, "nearly every text has these"),
        ("deep:\n  names: {en: a, zh: b}\n  zh: [以及]\n", 3, "nearly every text has these words"),
    ],
)
def test_what_is_wrong_with_an_entry_is_in_its_line(tmp_path: Path, entries: str, line: int, told: str) -> None:
    file = tmp_path / "initiatives.yaml"
    file.write_text(entries, encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        load(tmp_path)
    assert str(refused.value).startswith(f"{file}:{line}: ")
    assert told in str(refused.value)


def test_words_of_yaml_1_1_stay_words(tmp_path: Path) -> None:
    file = tmp_path / "initiatives.yaml"
    file.write_text("on:\n  names: {en: no, zh: !!str 6}\n  en: [6G]\n  zh: [六代技术]\n", encoding="utf-8")
    assert read_entries(file, Initiative)["on"].names.en == "no"


def test_an_overlay_adds_and_replaces_entry_by_entry(tmp_path: Path, config: Config) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "example.yaml").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "initiatives.yaml").write_text(
        "deep-sea:\n  names: {en: Deep sea, zh: 深海}\n  en: [deep-sea technology]\n  zh: [深海科技]\n"
        "six-g:\n  names: {en: Sixth generation, zh: 六代}\n  en: [6G]\n  zh: [6G]\n",
        encoding="utf-8",
    )
    merged = load(tmp_path)
    assert set(merged.sources) == {*config.sources, "example"}
    assert set(merged.initiatives) == {*config.initiatives, "deep-sea"}
    assert merged.initiatives["six-g"].names.en == "Sixth generation"


def test_a_file_must_bear_its_source_s_name(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "other.yaml").write_text(SOURCE, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"name the file example\.yaml"):
        load(tmp_path)


def test_an_overlay_that_is_not_a_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="TRACKER_CONFIG names no folder"):
        load(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("initiatives.yml", "initiatives.yaml"),
        ("initiative.yaml", "initiatives.yaml"),
        ("Initiatives.yaml", "initiatives.yaml"),
        ("initatives.yaml", "initiatives.yaml"),  # codespell:ignore initatives
        ("body.yaml", "bodies.yaml"),
        ("near-misses.yaml", "near_misses.yaml"),
        ("sources.yaml", "sources/ID.yaml, a file a source"),
        ("source/example.yaml", "sources/"),
        ("sources/example.yml", "example.yaml"),
        ("initiatives-old.yaml", None),
        ("initiatives.yaml.bak", None),
        (".initiatives.yaml", None),
        ("resources/example.yaml", None),
        ("compose.yaml", None),
        ("sources/notes.md", None),
    ],
)
def test_a_file_that_would_never_be_read_is_reported(tmp_path: Path, name: str, meant: str | None) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("", encoding="utf-8")
    if meant is None:
        load(tmp_path)
        return
    with pytest.raises(ConfigError) as refused:
        load(tmp_path)
    place = file.parent if file.parent.name == "source" else file
    assert str(refused.value) == f"{place}: nothing of this name is read; did you mean {meant}?"


ENTRY = "names: {en: X, zh: 某}\n  en: [some thing]\n  zh: [某某]\n"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            f"x:\n  {ENTRY}  parent: ai-pluss\n",
            ":5: entry 'x', parent: 'ai-pluss' is not an initiative; did you mean 'ai-plus'?",
        ),
        (f"x:\n  successor: 'y'\n  {ENTRY}", ":2: entry 'x', successor: 'y' is not an initiative; add it, or remove"),
        (
            "x: {names: {en: X, zh: 某}, en: [some thing], zh: [某某], parent: y}\n",
            ":1: entry 'x', parent: 'y' is not an initiative",
        ),
        (
            f"# two\nx:\n  parent: y\n  {ENTRY}y:\n  {ENTRY}  parent: x\n",
            ":3: entry 'x', parent: leads back to itself (x, y); remove one `parent` of them",
        ),
        (
            f"x:\n  successor: y\n  {ENTRY}y:\n  {ENTRY}  successor: x\n",
            ":2: entry 'x', successor: leads back to itself (x, y); remove one `successor` of them",
        ),
    ],
)
def test_references_are_declared_and_not_circular(tmp_path: Path, written: str, told: str) -> None:
    file = tmp_path / "initiatives.yaml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        load(tmp_path)
    assert f"{file}{told}" in str(refused.value)


def test_a_source_of_an_unknown_body_is_reported_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "sources" / "example.yaml"
    file.parent.mkdir()
    file.write_text(SOURCE.replace("tier: primary", "body: mitt\ntier: primary"), encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        load(tmp_path)
    told = "entry 'example', body: 'mitt' is not in bodies.yaml; did you mean 'miit'?"
    assert str(refused.value) == f"{file}:3: {told}"


def test_the_quick_loader_reads_what_the_slow_one_reads() -> None:
    folder = files("config")
    for file in (file for room in (folder, folder / "sources") for file in room.iterdir() if ".yaml" in file.name):
        text = file.read_text("utf-8")
        quick, slow = _quickly(text), yaml.compose(text, Loader=_Loader)
        assert quick is not None
        assert _plain(quick) == _plain(slow)
        assert list(_lines(quick)) == list(_lines(slow))


def _lines(node: yaml.Node) -> Iterator[tuple[int, str]]:
    yield node.start_mark.line, node.tag
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for child in part if isinstance(part, tuple) else (part,):
            yield from _lines(child)
