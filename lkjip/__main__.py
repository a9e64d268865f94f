"""`python -m lkjip`: the command line (`lkjip/cli`)."""

from __future__ import annotations

import sys

from lkjip.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
