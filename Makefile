# make check   run numcheck on the corpus (CORPUS=some/folder for another one)
# make test    ruff, mypy, pytest
# make bench   how fast it is          make score   how right it is
# make golden  rewrite the expected outputs of the command line

PYTHON ?= python3
CORPUS ?= corpus
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: check test bench score golden clean

check: $(READY)
	@$(BIN)/numcheck check --show-known $(CORPUS)

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

bench: $(READY)
	@$(BIN)/python -m tests.bench

score: $(READY)
	@$(BIN)/python -m tests.score

golden: $(READY)
	$(BIN)/pytest tests/test_golden.py --rewrite-golden

# Made once; made again when the dependencies change.
$(READY): pyproject.toml
	@echo "numcheck: setting up $(VENV) (once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "numcheck needs Python 3.11 or newer; name one with make PYTHON=..."; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
