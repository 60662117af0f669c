# make demo   see it work on the bundled articles
# make test   install the test tools and run the tests
# make check  everything that CI asks: format, lint, types, layers, tests
# make lock   write the lock files anew from pyproject.toml (needs uv)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input

.PHONY: demo test lint check lock clean

# The demo starts anew each time: its record may come from an older pactbook.
demo: $(VENV)/.ready
	@rm -f demo.pactbook demo.pactbook-wal demo.pactbook-shm
	@$(BIN)/pactbook demo

test: $(VENV)/.ready-to-test
	$(BIN)/python -m pytest

lint: $(VENV)/.ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "pactbook needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>/dev/null | head -n 1 | grep . || echo not here)."; \
	  echo "  Debian, Ubuntu: sudo apt-get install python3 python3-venv"; \
	  echo "  macOS:          brew install python@3.13"; \
	  echo "Another Python is chosen like this: make $(or $(MAKECMDGOALS),demo) PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make a virtual environment yet. On Debian and Ubuntu this brings what is missing:"; \
	  echo "  sudo apt-get install python3-venv"; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

# An installed package notices changes to its code by itself; only its requirements need another installation.
$(VENV)/.ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what pactbook needs ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-to-test: requirements-dev.lock $(VENV)/.ready
	@echo "Installing the test tools ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

LOCK := uv --no-config pip compile pyproject.toml --extra build --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet

lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist demo.pactbook*
