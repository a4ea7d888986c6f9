"""Pin how well tagging does on annotated texts: no figure falls below its floor."""

from pathlib import Path

import pytest

from bench.quality import below, floors, measure, sets


@pytest.mark.slow
def test_no_figure_falls_below_its_floor(shared: Path) -> None:
    assert shared.is_dir()
    found = sets()
    assert set(found) == set(floors()), "every set has its floors: python -m bench.quality --raise"
    assert below({name: measure(rows)[0] for name, rows in found.items()}) == []
