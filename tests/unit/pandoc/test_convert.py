"""A pandoc that cannot be started."""

import os
import subprocess
import sys
from pathlib import Path


def test_nothing_is_printed_besides_the_message(tmp_path: Path) -> None:
    (tmp_path / "pandoc").write_text("no program")
    script = (
        "from perfeval.pandoc.convert import converted; print(converted(b'', 'plain', (), ()).diagnostics[0].kind.code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | {"PYPANDOC_PANDOC": str(tmp_path / "pandoc")},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (run.stdout, run.stderr) == ("W211\n", "")
