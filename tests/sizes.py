"""How large the made-up worlds of the tests are: a tenth of it every day, all of it with `pytest --full`."""

_full = False


def be_full() -> None:
    """Let worlds be as large as they are meant to be; before any test is collected."""
    global _full  # noqa: PLW0603
    _full = True


def size(full: int, everyday: int) -> int:
    """How many of something there are."""
    return full if _full else everyday
