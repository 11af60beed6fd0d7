"""Run every measurement: `python -m benchmarks`."""

import sys

from benchmarks import queries

if __name__ == "__main__":
    sys.exit(queries.main([]))
