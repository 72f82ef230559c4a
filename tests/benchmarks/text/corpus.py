"""The pages that text extraction is measured on: 181 real ones, MIT, kept outside of the repository."""

import gzip
import json
import tarfile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

ARCHIVE = Path(__file__).parents[4] / "shared" / "corpora" / "article-extraction.tar.gz"


class Sample(NamedTuple):
    """A page as fetched, and the text of its article as people marked it."""

    key: str
    url: str
    body: bytes
    text: str

    @property
    def site(self) -> str:
        """The last two labels of the host, so that pages of one site fall into one fold."""
        return ".".join((urlsplit(self.url).hostname or "").split(".")[-2:])


def load_corpus(archive: Path = ARCHIVE) -> list[Sample]:
    """All samples, in order of key. Reads the archive in memory."""
    with tarfile.open(archive) as tar:
        files = {member.name.rsplit("/", 1)[-1]: tar.extractfile(member) for member in tar if member.isfile()}
        contents = {name: file.read() for name, file in files.items() if file is not None}
    truth = json.loads(contents["ground-truth.json"])
    return [
        Sample(key, entry["url"], gzip.decompress(contents[f"{key}.html.gz"]), entry["articleBody"])
        for key, entry in sorted(truth.items())
    ]
