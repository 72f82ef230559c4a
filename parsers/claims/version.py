"""The name of this extractor: it changes whenever a word list, a weight or a rule does."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable

RULES = "rules/1.0"


def _data(folder: Traversable) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _data(entry)
        elif entry.name.endswith((".csv", ".json", ".toml")):
            found.append((entry.name, entry))
    return sorted(found, key=lambda pair: pair[0])


def _hash() -> str:
    digest = hashlib.sha256()
    root = files("parsers")
    for folder in (root.joinpath("gazetteers"), root.joinpath("claims")):
        for name, entry in _data(folder):
            digest.update(name.encode())
            digest.update(entry.read_bytes())
    return digest.hexdigest()[:8]


EXTRACTOR = f"{RULES}+gazetteer:{_hash()}"
