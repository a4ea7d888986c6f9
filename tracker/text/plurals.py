"""Write a count with its noun in English: 1 page, 3 pages."""


def plural(count: int, noun: str, several: str = "") -> str:
    """Return the count and the noun, with `several` or an added s unless the count is 1."""
    return f"{count} {noun if count == 1 else several or noun + 's'}"
