"""The documents keep up with the code."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
#: Folders that are told of as a whole.
WHOLE = frozenset({"checks", "sentences", "texts", "migrations", "versions"})
MODULES = [
    path.relative_to(ROOT / "bot")
    for path in sorted((ROOT / "bot").rglob("*.py"))
    if not path.name.startswith("__") and not WHOLE.intersection(path.parts)
]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_the_architecture_names_every_module(module: Path) -> None:
    assert f"{module.name}`" in ARCHITECTURE
