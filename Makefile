# make check   run numcheck on the corpus (CORPUS=some/folder for another one)
# make test    ruff, mypy, pytest
# make bench   how fast it is          make score   how right it is (TEXTS=wild: the mistakes)
# make score-peers   the same on other libraries (in an environment of their own)
# make learn   what real stories teach of slips between articles (NUMCHECK_DATA)
# make fit     the weights of the words about figures, from our sentences and real articles (NUMCHECK_DATA)
# make fuzz    any text at all, for SECONDS
# make golden  rewrite the expected outputs of the command line    make docs  docs/rules.md

PYTHON ?= python3
CORPUS ?= corpus
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PEERS  := .venv-peers

.PHONY: check test bench score score-peers learn fit fuzz golden docs clean

check: $(READY)
	@$(BIN)/numcheck check --show-known $(CORPUS)

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

bench: $(READY)
	@NUMCHECK_PEERS=$(wildcard $(PEERS)/bin/python) $(BIN)/python -m tests.bench

score: $(READY)
	@$(BIN)/python -m tests.score $(TEXTS)

# The other libraries need an environment of their own: they pin what we do not.
$(PEERS)/.ready: tests/peers/requirements.txt
	@echo "numcheck: setting up $(PEERS) (once)"
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r tests/peers/requirements.txt
	@touch $@

score-peers: $(READY) $(PEERS)/.ready
	@NUMCHECK_PEERS=$(PEERS)/bin/python $(BIN)/python -m tests.score_peers

golden: $(READY)
	$(BIN)/pytest tests/test_golden.py --rewrite-golden

docs: $(READY)
	@$(BIN)/python -m numcheck.reporters.manual > docs/rules.md

learn: $(READY)
	@$(BIN)/python -m tests.learn

fit: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fit]'
	@$(BIN)/python -m tests.fit_cues > numcheck/data/en/relating_weights.new
	@mv numcheck/data/en/relating_weights.new numcheck/data/en/relating_weights.toml

fuzz: $(READY)
	@$(BIN)/python -m tests.fuzz $(or $(SECONDS),60)

# Made once; made again when the dependencies change.
$(READY): pyproject.toml
	@echo "numcheck: setting up $(VENV) (once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "numcheck needs Python 3.11 or newer; name one with make PYTHON=..."; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) $(PEERS) .mypy_cache .pytest_cache .ruff_cache .hypothesis
