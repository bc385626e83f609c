"""Judges every mutant, or every n-th (``--every n``); exit code 1 where too few of the pinned ones are found."""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor

from mutants.subjects import FILES, subject
from mutants.tables import report, share
from mutants.verdicts import judge

LEAST = 95
"""The share of pinned mutants, in percent, that must be found."""
CHUNK = 16


def main() -> None:
    parser = argparse.ArgumentParser(prog="mutants", description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="n", help="a sample: every n-th mutant")
    every = parser.parse_args().every
    jobs = [
        (file, typed_out, mutant)
        for file in FILES
        for typed_out in (False, True)
        for mutant in subject(file, typed_out=typed_out).mutants()
    ][::every]
    with ProcessPoolExecutor() as processes:
        verdicts = list(processes.map(judge, jobs, chunksize=CHUNK))
    print(*report(verdicts), sep="\n")
    if share([verdict for verdict in verdicts if verdict.witness is not None]) < LEAST:
        sys.exit(f"\nfewer than {LEAST}% of the pinned mutants are found")


if __name__ == "__main__":
    main()
