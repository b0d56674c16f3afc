# make demo: the seed article, from text to answers.   make test: every test.
PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3.14 python3,$(shell command -v $(name))))
VENV := .venv
BIN := $(VENV)/bin
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --quiet --no-header \
	--custom-compile-command "make lock"

.PHONY: help demo test quick setup packages lint wheel benchmark lock tables clean

help:
	@echo "make demo       read the seed article, answer six questions, write kim-putin.ttl"
	@echo "make test       run every test (Java and Virtuoso are installed where that is allowed)"
	@echo "make quick      run the tests that take no server and no reasoner"
	@echo "make lint       types, style, layers"
	@echo "make wheel      build the wheel and use it in an empty environment"
	@echo "make benchmark  measure reading, cold start and loading"

demo: setup
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh scripts/demo.sh

test: setup packages
	$(BIN)/python -m pytest

quick: setup
	$(BIN)/python -m pytest -m "not slow and not java and not virtuoso"

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

wheel: setup
	$(BIN)/python scripts/wheel.py

benchmark: setup
	$(BIN)/python -m benchmarks

setup: $(VENV)/.ready

$(VENV)/.ready: requirements-dev.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "Python 3.11 or later is needed; name it: make PYTHON=/path/to/python3 ..." >&2; exit 1; }
	@echo "Setting up $(VENV) (once; later runs need no network)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Java for the reasoner and Virtuoso for the store's tests. Where they can't be had, those tests are skipped and say so.
packages:
	@sh scripts/packages.sh

lock:
	$(LOCK) --group icu --output-file requirements.lock
	$(LOCK) --group icu --group dev --all-extras --output-file requirements-dev.lock

tables: setup
	$(BIN)/python scripts/places.py

clean:
	rm -rf $(VENV) dist verbale.db kim-putin.ttl
