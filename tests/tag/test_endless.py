"""Test that no text stops the tagger.

Whatever is repeated without end is tagged in seconds, where a bad pattern takes hours.
"""

from datetime import UTC, datetime

import pytest

from db.models import Document
from tests.sizes import size
from tests.tag.sayings import RULES
from tracker.tag.tagger import tag

pytestmark = pytest.mark.slow

LENGTH = size(200_000, 25_000)
HEADS = {"zh": "国务院印发意见，加快发展低空经济", "en": "The State Council will launch the low-altitude economy"}
ALL = {
    "zh": "".join(f"加快发展{one.names.zh}，" for one in RULES.config.initiatives.values()),
    "en": "".join(f"the State Council will launch {one.names.en}, " for one in RULES.config.initiatives.values()),
}


def is_tagged(language: str, text: str) -> bool:
    """Tag a text, which must come to an end, and decide whether anything is found."""
    document = Document(source="x", key="x", url="x", title=HEADS[language], language=language, text=text)
    document.published = datetime(2025, 8, 1, tzinfo=UTC)
    return bool(tag(document, RULES))


ANY = ["1234567890", "\n", " ", "，", '"', "a", "A", "A ", "the "]
CASES = [(language, sign) for language in HEADS for sign in ANY] + [("zh", sign) for sign in ("《", "国", "年", "关于")]


@pytest.mark.parametrize(("language", "sign"), CASES)
def test_a_sign_without_end(language: str, sign: str) -> None:
    endless = sign * (LENGTH // len(sign) // 2)
    assert is_tagged(language, f"{endless} {HEADS[language]} {endless}")


@pytest.mark.parametrize("language", ALL)
@pytest.mark.parametrize("end", ["", "\n"])
def test_names_without_a_full_stop(language: str, end: str) -> None:
    text = f"{ALL[language]}{end}"
    assert is_tagged(language, text * (LENGTH // len(text)))
