# Everything starts here. `make demo` and `make test` need only Python 3.11 and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Twice the cores: much of what a test does is waiting for another process.
WORKERS ?= $(shell expr 2 '*' $$(nproc 2>/dev/null || echo 2))

.DEFAULT_GOAL := help
.PHONY: help install demo run test test-fast lint format bench evaluate learn catalogues screenshots lock clean

help: ## list what can be done
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(STAMP): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
		{ echo "Python 3.11 is needed; found: $$($(PYTHON) --version 2>&1). Say where: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "python3.11 has no venv; on Debian: apt-get install python3.11-venv"; exit 1; }
	@echo "installing into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

install: $(STAMP) ## create the environment

demo: $(STAMP) ## the whole product on this machine, no token needed
	@$(BIN)/python -m intake demo

run: $(STAMP) ## the bot, with the settings of .env
	@$(BIN)/python -m intake run

test: $(STAMP) lint ## everything: lint, types, contracts, all tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

test-fast: $(STAMP) ## the tests that take seconds
	@$(BIN)/python -m pytest -n $(WORKERS) -m "not slow and not browser and not postgres"

lint: $(STAMP) ## ruff, mypy and the import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(STAMP) ## let ruff format the code
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: $(STAMP) ## what an update costs, beside a stock bot
	@$(BIN)/python bench/compare.py

evaluate: $(STAMP) ## how well typed words are understood, over the evaluation sets
	@$(BIN)/python tests/evaluation/measure.py

learn: $(STAMP) ## learn the weights of crisis words from the tuning lines again
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-learn.lock
	@$(BIN)/python tests/evaluation/learn_signs.py

catalogues: $(STAMP) ## take new texts of the templates into the Spanish catalogue, untranslated
	@cd messages && ../$(BIN)/pybabel -q extract -F babel.cfg -k _ --no-location --omit-header -o ../$(VENV)/messages.pot .
	@$(BIN)/pybabel -q update --no-fuzzy-matching --omit-header -l es -i $(VENV)/messages.pot -o messages/locale/es/LC_MESSAGES/messages.po

screenshots: $(STAMP) ## the README's pictures of the console, from the demo
	@$(BIN)/python docs/screenshots.py

lock: $(STAMP) ## pin the dependencies again
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--extra postgres --extra speed pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--extra postgres --extra speed --group dev pyproject.toml -o requirements-dev.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--group learn -o requirements-learn.lock

clean: ## remove the environment and caches
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info
