# The two commands of a newcomer: `make demo` and `make test`. Each sets up what is missing, once.
.DEFAULT_GOAL := help
# The lock names everything there is to install, so pip need not resolve (--no-deps): the pip of Debian 12 asks for a
# hash of the newest release of a package that is wanted with and without extras, whatever the lock says.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup demo test soak fuzz bench lint lock clean

help: ## Show what there is to make.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(READY) ## Make the environment in .venv from the locked versions.

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Aidwire needs Python 3.11 or newer; '$(PYTHON)' is older. Say which one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@if command -v uv >/dev/null; then \
	  uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
	  uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .; \
	else \
	  { $(PYTHON) -m venv $(VENV) || { echo "On Debian, 'apt-get install python3-venv' brings what is missing here."; exit 1; }; } && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .; \
	fi
	@touch $@

demo: $(READY) ## Run the whole pipeline over the bundled newsroom, offline.
	@$(BIN)/aidwire demo $(ARGS)

test: $(READY) ## Run the tests.
	@$(BIN)/python -m pytest $(ARGS)

soak: $(READY) ## Run what takes too long for every day: kills at all points, every hostile page.
	@AIDWIRE_SOAK=1 AIDWIRE_KILLS=12 AIDWIRE_EVERY=1 $(BIN)/python -m pytest tests/flows/test_kills.py tests/hostile $(ARGS)

fuzz: $(READY) ## Feed the parsers and the fetcher with pieces of hostile input for some ten minutes.
	@AIDWIRE_FUZZ=50000 $(BIN)/python -m pytest tests/hostile/test_fuzz.py tests/flows/fetch/test_fetch_fuzz.py $(ARGS)

bench: $(READY) ## Compare the reading of pages with its peers (needs ../shared/corpora), as ratios in one run.
	@$(BIN)/python -m tests.benchmarks.text $(ARGS)

lint: $(READY) ## Check style, types and which room may import which.
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache

lock: ## Compile the lock files anew from pyproject.toml (needs uv).
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --quiet -o requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --quiet -o requirements-dev.lock

clean: ## Remove the environment and the caches.
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
