"""All sources: the bundled ones, overlaid by the folders that a caller names."""

from __future__ import annotations

from pathlib import Path

from parsers.sources.read import SourceError, read_source
from parsers.sources.record import Source

BUNDLED = Path(__file__).parent
"""The folder of the sources that come with Aidwire."""


def load_sources(*folders: Path) -> dict[str, Source]:
    """Sources by slug, in order of slug. A later folder's source takes the place of an earlier one of the same slug.

    Reads `<folder>/<slug>/source.toml`; a folder that is not there holds no sources. Raises SourceError.
    """
    found = {file.parent.name: file for folder in (BUNDLED, *folders) for file in sorted(folder.glob("*/source.toml"))}
    return {slug: _load(file) for slug, file in sorted(found.items())}


def _load(file: Path) -> Source:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{file}: cannot be read: {error}; see that it is a UTF-8 file you may read") from None
    return read_source(text, slug=file.parent.name, where=str(file))
