"""``python -m numcheck`` is the command ``numcheck``."""

import sys

from numcheck.cli import main

sys.exit(main())
