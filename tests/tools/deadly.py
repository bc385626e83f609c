"""Work that is bad for its worker; other processes have to find it by its name."""

import os
from pathlib import Path


def ends_its_worker_on_five(task: int) -> int:
    if task == 5:
        os._exit(1)
    return -task


def ends_its_worker_once(task: str) -> str:
    path = Path(task)
    if path.is_absolute() and not path.exists():
        path.touch()
        os._exit(1)
    return "done"
