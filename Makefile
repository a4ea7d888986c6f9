# Two targets matter: `make demo` shows the whole job, `make test` proves it. Both set up what they need.
# `make quick` is for the minute between two edits, `make nightly` for the night.
PYTHON ?= python3
BIN := .venv/bin
LOCK := $(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --quiet \
	--custom-compile-command 'make lock'

# Two workers a core: while one waits for a server or a daemon, another has work to do. Three took longer.
WORKERS ?= $(shell expr 2 \* $$(getconf _NPROCESSORS_ONLN))
PYTEST := $(BIN)/pytest -q -n $(WORKERS) --dist worksteal

# How many processes `make torture` kills, half of them on each database.
KILLS ?= 60

.PHONY: demo quick test nightly torture samples bench bench-check check lint setup lock clean

demo: .venv/.installed
	@$(BIN)/tracker demo

# No server, no process, nothing slow: under a minute.
quick: .venv/.installed
	@$(BIN)/pytest -q -n auto --dist worksteal -m 'not servers and not processes and not slow'

test: .venv/.installed
	@$(PYTEST) --durations=25

# Worlds at their full size, rules that no test would miss, and the long torture: hours.
nightly: .venv/.installed
	@$(PYTEST) --full --durations=50
	@$(BIN)/python -m bench.mutations
	@$(MAKE) torture KILLS=500

torture: .venv/.installed
	@$(BIN)/python -m tests.torture --kills $(KILLS) $(if $(SEED),--seed $(SEED))

# What README and docs show of commands: their output, and pictures of it.
samples: .venv/.installed
	@$(BIN)/python -m bench.samples
	@$(BIN)/tracker demo > /dev/null
	@$(BIN)/python -m bench.pictures

# Ourselves, a peer and the limit in turn, in minutes of processor time; the check compares with bench/ratios.toml.
bench: .venv/.installed
	@$(BIN)/python -m bench

bench-check: .venv/.installed
	@$(BIN)/python -m bench --check

lint: .venv/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

check: lint test

setup: .venv/.installed

# The lock file names versions that are known to work together; the project itself stays editable.
.venv/.installed: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "setting up .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps -e .
	@touch $@

lock: .venv/.installed
	$(LOCK) --upgrade --group dev -o requirements.lock
	$(LOCK) --group build --constraint requirements.lock -o deploy/requirements.lock

clean:
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
