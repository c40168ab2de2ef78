"""The SQL that *Idag* is read with is that of the selects it was made from, and needs nothing of SQLAlchemy."""

import subprocess
import sys

from tools.ready_sql import FILE, written


def test_it_is_what_the_selects_say():
    assert FILE.read_text("utf-8") == written(), "python3 dev.py sql"


def test_reading_what_is_due_reads_no_slow_library():
    program = (
        "import sys, socialupph.services.registers, socialupph.services.today, socialupph.services.settings;"
        "print([name for name in ('sqlalchemy', 'alembic', 'reportlab') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
