"""Settings: read once from the environment (`AIDWIRE_...`), and where everything lies under `AIDWIRE_HOME`."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """All that may be set. Each field is the environment variable `AIDWIRE_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="AIDWIRE_", frozen=True)

    home: Path = Path("~/.local/share/aidwire")
    """Where all data lies."""
    contact: str = "https://example.org/set-AIDWIRE_CONTACT"
    """An address or page in the user agent, by which a site's operator can reach whoever runs this."""
    allow_loopback: bool = False
    """Lets the fetcher reach 127.0.0.1 and its ports. For the demo and the tests alone."""
    fetch_concurrency: int = Field(default=16, ge=1, le=256)
    """Hosts fetched from at once; one host gets one request at a time."""
    host_delay: float = Field(default=1.0, ge=0, le=60)
    """Seconds between two requests to one host, where its robots.txt asks for no longer pause."""
    fetch_deadline: float = Field(default=30.0, gt=0, le=600)
    """Seconds for one fetch, redirects and body included."""
    max_body_bytes: int = Field(default=2_000_000, ge=10_000)
    """Bytes of a body after decompression; larger bodies are quarantined."""
    parse_processes: int = Field(default=2, ge=1, le=128)
    parse_seconds: float = Field(default=10.0, gt=0)
    """Seconds that a parse of one item may take before its process is killed."""
    parse_memory_mb: int = Field(default=1024, ge=256)
    lock_deadline: float = Field(default=60.0, ge=0)
    """Seconds to wait for the warehouse while another load holds it."""
    sql_seconds: float = Field(default=30.0, gt=0)
    """Seconds that `aidwire sql` may take."""

    @property
    def root(self) -> Path:
        return self.home.expanduser().absolute()

    @property
    def snapshot(self) -> Path:
        """What analysts open: a read-only copy, swapped in whole after each load."""
        return self.root / "aidwire.duckdb"

    @property
    def live(self) -> Path:
        """What loads write to; nobody else opens it."""
        return self.root / "live" / "warehouse.duckdb"

    @property
    def archive(self) -> Path:
        return self.root / "archive"

    @property
    def robots(self) -> Path:
        return self.root / "robots"

    @property
    def own_sources(self) -> Path:
        return self.root / "sources"

    @property
    def own_gazetteers(self) -> Path:
        return self.root / "gazetteers"
