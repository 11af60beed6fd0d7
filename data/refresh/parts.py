"""Answers of one source laid down one by one, so that a refresh that was cut off goes on where it stopped."""

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from data.web import Client, Manner

# An answer of a refresh that was cut off longer ago is asked for anew: the publisher may have changed in between.
SECONDS_GOOD = 6 * 3600


@dataclass(frozen=True, slots=True)
class Parts:
    """The answers below a folder; whoever has taken them in, or refuses them, removes the folder."""

    client: Client
    folder: Path
    manner: Manner

    def fetch(self, address: str) -> Path:
        """The answer of an address as a file."""
        path = self.folder / hashlib.sha256(address.encode()).hexdigest()[:24]
        if not path.exists() or time.time() - path.stat().st_mtime > SECONDS_GOOD:
            self.client.fetch(address, path, self.manner)
        return path
