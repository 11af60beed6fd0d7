"""Run every measurement: `python -m benchmarks`."""

import sys

from benchmarks import pages, queries

if __name__ == "__main__":
    sys.exit(max(queries.main([]), pages.main([])))
