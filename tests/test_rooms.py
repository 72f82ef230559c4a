"""Rooms: which part may import which. The contracts stand in pyproject.toml."""

from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent


def test_every_import_keeps_to_its_room(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    code = lint_imports(cache_dir=None, no_cache=True)
    assert code == 0, capsys.readouterr().out
