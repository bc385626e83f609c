# Everything runs in .venv, made on first use; Python 3.11 or later is all a machine needs.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help

help:  ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("perfeval needs Python 3.11 or later, this is %d.%d; try: make PYTHON=python3.11" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@# pip writes the way to src as an absolute path, which Python reads in the locale's encoding: hanzi in it may be fatal
	@for pth in .venv/lib/python3*/site-packages/_*perfeval.pth; do echo ../../../../src > "$$pth"; done
	@touch $@

demo: .venv/ready  ## render both examples into out/
	@for dept in gaocheng-housing liuying-street; do $(BIN)/python -m perfeval render "examples/$$dept.yaml" --output out || exit 1; done

test: .venv/ready  ## the whole test-suite, with branch coverage
	$(BIN)/python -m pytest --cov --cov-report=term

check: .venv/ready  ## format, lint, types, import contract, templates up to date
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python templates/build/build.py --check

bench: .venv/ready  ## speed and memory, measured beside docxtpl and packages of npm; RUNS="10000" for a longer run
	PYTHONPATH=tests $(BIN)/python bench/bench.py $(RUNS)

mutants: .venv/ready  ## alter every number of the examples in turn, see what check finds; EVERY=10 is a sample
	PYTHONPATH=bench $(BIN)/python -m mutants --every $(or $(EVERY),1)

templates: .venv/ready  ## build the Word templates from their description
	$(BIN)/python templates/build/build.py

pictures: .venv/ready  ## make the pictures of the README and of docs/layouts.md, with LibreOffice
	$(BIN)/python docs/pictures.py

.PHONY: help demo test check bench mutants templates pictures
