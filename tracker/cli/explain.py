"""`tracker explain`: shows which rules gave an answer, and what it would be without them."""

from typing import Annotated, Any, Literal

import typer

from tracker.cli.forms import give_one
from tracker.cli.frame import LARGEST, Complaint, database, day, declared, one_of, settings
from tracker.cli.output import echo
from tracker.listing_commands import ADDRESSES

LONGEST_TEXT = 100_000
TWO = 2
FIELDS = ("act", "stage", "body", "day", "comment_until", "effective", "expires", "figures")
OF_PAPERS = ("stage", "comment_until", "effective", "expires")


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("explain")(explain_)


def explain_(
    what: Annotated[
        list[str] | None, typer.Argument(metavar="[WHAT...]", help="A document's URL, or an announcement's number.")
    ] = None,
    stories: Annotated[
        bool, typer.Option("--stories", help="Explain why two of them do, or do not, report one announcement.")
    ] = False,
    initiative: Annotated[str | None, typer.Option(help="Only this initiative, by its id.")] = None,
    text: Annotated[str | None, typer.Option(help="A text to read instead; nothing is stored.")] = None,
    language: Annotated[Literal["zh", "en"] | None, typer.Option(help="The language of --text, or detected.")] = None,
    published: Annotated[str | None, typer.Option(help="The day of --text, as YYYY-MM-DD.")] = None,
    title: Annotated[str | None, typer.Option(help="The title of --text.")] = None,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Explain how a document, announcement or text was read: terms, rules, and the answer without each rule."""
    if stories:
        if what is None or len(what) != TWO or initiative or text or language or published or title:
            raise Complaint("--stories needs two addresses or numbers, and allows no other option but --format")
        told = _stories(what)
        give_one(told, "explain-stories") if format_ == "json" else echo(_story_text(told))
        return
    if len(what or ()) + (text is not None) != 1:
        raise Complaint("give a document's URL, an announcement's number, or --text")
    if what and (language or published or title):
        raise Complaint("--language, --published and --title go with --text; a document has its own")
    told = _mentions(what, initiative, text, (language, published, title))
    give_one(told, "explain") if format_ == "json" else echo(_text(told, told["initiative"]))


def _mentions(
    what: list[str] | None, initiative: str | None, text: str | None, said: tuple[str | None, str | None, str | None]
) -> dict[str, Any]:
    from tracker.explain.explanation import explain
    from tracker.explain.places import Places
    from tracker.tag.rules import compile_rules

    config = declared()
    if initiative is not None:
        one_of(initiative, config.initiatives, "initiative")
    if text is not None:
        language, published, title = said
        document = document_of(text, language, published, title, "--text")
        corrected = []
    else:
        (name,) = what or [""]
        document, of = _stored(name)
        initiative = initiative or of
        corrected = _corrected(document.story_id, initiative)
    told = explain(document, compile_rules(config, few=True), Places(settings().config), initiative)
    return {"initiative": initiative, **told, "corrected": corrected}


def _corrected(story: int | None, initiative: str | None) -> list[dict[str, Any]]:
    """Return people's corrections to the announcements of a story, or only to the one about an initiative."""
    from db.engine import reading
    from db.queries.documents import announcements_of

    with reading(database()) as session:
        known = announcements_of(session, [story] if story else [])
    return [
        {"announcement": one.id, "initiative": one.initiative, **mark}
        for one in sorted(known.values(), key=lambda one: one.id or 0)
        for mark in one.corrected or ()
        if initiative in (None, one.initiative)
    ]


def _stories(what: list[str]) -> dict[str, Any]:
    from db.engine import reading
    from db.queries.documents import mentions_of
    from tracker.explain.one_story import explain_stories
    from tracker.stories.names import compile_names

    documents = [_stored(one)[0] for one in what]
    if documents[0].id == documents[1].id:
        raise Complaint("both name the same document; name two")
    with reading(database()) as session:
        mentions = [mentions_of(session, document.id) for document in documents]
    told = explain_stories(documents, mentions, compile_names(declared()))
    marks = [one for document in documents for one in _corrected(document.story_id, None)]
    paired = {one["correction"]: one for one in marks if one["what"] in ("join", "part")}
    return {**told, "corrected": [*paired.values()]}


def document_of(text: str, language: str | None, published: str | None, title: str | None, called: str) -> Any:
    """Return a document with the text given on the command line, in the option `called`; Complaint if it is empty."""
    from tracker.pipeline.analyze import as_document

    if not text.strip():
        raise Complaint(f"{called} is empty; write a sentence")
    if len(text) > LONGEST_TEXT:
        raise Complaint(f"{called} has {len(text)} characters; at most {LONGEST_TEXT} are explained")
    on = day(published)
    return as_document(
        {"id": "text", "url": None, "title": title, "published": on and on.isoformat(), "lang": language, "text": text}
    )


def _stored(what: str) -> tuple[Any, str | None]:
    """Return the document of an address, or the one that proves an announcement with the announcement's initiative."""
    from db.engine import reading
    from db.queries import documents, timeline

    with reading(database()) as session:
        if what.isdecimal() and len(what) < len(str(LARGEST)):
            found = timeline.announcement_with_document(session, int(what))
            if found:
                return found[1], found[0].initiative
        else:
            stored = documents.find_documents(session, what)
            if stored:
                return stored[0], None
    raise Complaint(f"nothing is stored under {what!r}; {ADDRESSES} lists numbers and addresses")


def _text(told: dict[str, Any], initiative: str | None) -> str:
    from tracker.views.corrected import sentence

    named = initiative or "any initiative of the catalogue"
    parts = [_mention(one) for one in told["mentions"]] or [f"the text does not mention {named}"]
    parts += [
        f"not meant: {one['written']} ({one['initiative']}), ruled out by the context" for one in told["not_meant"]
    ]
    parts += [f"announcement {one['announcement']} ({one['initiative']}): {sentence(one)}" for one in told["corrected"]]
    return "\n\n".join(parts)


def _story_text(told: dict[str, Any]) -> str:
    from tracker.views.corrected import sentence

    lines = [f"{url}   {headline}" for url, headline in zip(told["urls"], told["items"], strict=True)]
    called = "one announcement" if told["same"] else "two announcements"
    lines.append(f"{called}   {told['rule']}   {told['place']}".rstrip())
    if told["without"] is not None:
        besides = f" and {', '.join(told['besides'])}" if told["besides"] else ""
        lines.append(f"  without it{besides}: {'one' if told['without'] else 'two'}")
    lines += [f"  applies  {one['rule']}   {one['place']}" for one in told["tests"][1:]]
    lines.append(f"  evidence {told['score']}; {told['enough']} is enough")
    lines += [f"    {points:+d}  {name}" for name, points in told["evidence"].items()]
    if not told["keys"]:
        lines.append("  no common key: they are never compared")
    lines += [f"  {', '.join(one['documents'])}: {sentence(one)}" for one in told["corrected"]]
    return "\n".join(lines)


def _mention(mention: dict[str, Any]) -> str:
    term = mention["term"]
    lines = [mention["initiative"], f"  term     {term['written']}   {term['term']}   {term['place']}"]
    for field in (name for name in FIELDS if name not in OF_PAPERS or mention[name]["answer"]):
        lines += _field(field, mention[field])
    lines += [f"  lost     {one['act']}: {one['sentence']}" for one in mention["lost"]]
    return "\n".join(lines)


def _field(field: str, told: dict[str, Any]) -> list[str]:
    lines = [f"  {field:8} {_words(told['answer'])}   {told['rule']}   {told['place']}"]
    if told.get("ground"):
        lines.append(f"           read from {told['ground']}")
    if told["matched"]:
        lines.append(f"           {told['marked']}")
    if told["without"] != told["answer"] and (told["without"] is not None or told["answer"] is not None):
        besides = f" and {', '.join(one['rule'] for one in told['besides'])}" if told["besides"] else ""
        lines.append(f"           without it{besides}: {_words(told['without'])}")
    lines += [f"           {one['figure']['kind']}: {_by(one)}" for one in told.get("kinds", ())]
    lines += [f"           left out: {_by(one)}" for one in told.get("left_out", ())]
    lines += [f"           without {one['rule']} ({one['place']}): {one['without']}" for one in told.get("others", ())]
    return lines


def _by(one: dict[str, Any]) -> str:
    return f"{_words([one['figure']])}   {one['rule']}   {one['place']}"


def _words(answer: Any) -> str:
    if isinstance(answer, list):
        return "; ".join(f"{one['value']:g} {one['unit']} ({one['what']})" for one in answer) or "none"
    return "none" if answer is None else str(answer)
