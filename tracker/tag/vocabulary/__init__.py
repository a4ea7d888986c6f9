"""Collect words that rows share, each with a name, by language."""

from collections.abc import Mapping

from tracker.tag.vocabulary import en, zh

FRAGMENTS: Mapping[str, Mapping[str, str]] = {"zh": zh.FRAGMENTS, "en": en.FRAGMENTS}
