"""`python -m data.store`: build, then print what went in. `SDG_STORE` names another place for the store."""

import os
import sys
import time
from pathlib import Path

from data.readers.refusal import InputRefusedError
from data.store import STORE, StoreRefusedError, build, report

UNREADABLE, REFUSED = 2, 1


def main() -> int:
    """Exit code 2 when a file of the catalogue cannot be read, 1 when the inputs make no sound store."""
    started = time.perf_counter()
    store = Path(os.environ.get("SDG_STORE", STORE))
    try:
        target = build(store)
    except InputRefusedError as error:
        print(error, file=sys.stderr)
        return UNREADABLE
    except StoreRefusedError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"{error}; set SDG_STORE to a place that can be written", file=sys.stderr)
        return REFUSED
    print(report(store))
    print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB in {time.perf_counter() - started:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
