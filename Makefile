# Mindlines. `make run` starts it, `make test` proves it; `make help` lists the rest.
# Everything is built inside this folder: .venv, .node, build, frontend/node_modules.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules
.SUFFIXES:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCKED := $(PIP) install --require-hashes --requirement
DJANGO := DJANGO_SETTINGS_MODULE=mindlines.settings $(BIN)/python -m django
# Commands that only look at the code keep what they write out of the place where a community lives.
ASIDE := MINDLINES_DATA=build/aside
PYTEST := PYTHONPATH=src $(BIN)/python -m pytest --quiet -n 2 --dist worksteal

FRONTEND := $(shell find frontend -name node_modules -prune -o -type f -print)
STATIC := $(shell find src -path '*/static/*' -not -path '*/static/ui/*' -type f)
TRANSLATIONS := $(patsubst %.po,%.mo,$(wildcard src/mindlines/locale/*/LC_MESSAGES/django.po))

.PHONY: help setup run test test-sqlite test-postgresql check static fix bench bench-groups bench-room bench-search bench-trace bench-voice bench-writing coverage docs pictures lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 26

setup: $(VENV)/.installed build/static/.collected $(TRANSLATIONS) ## make the environment and build the front end

run: setup ## start Mindlines on http://localhost:8000 (PORT and MINDLINES_DATA are honoured)
	@exec $(BIN)/mindlines serve --demo

# --- the environment -------------------------------------------------------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Mindlines needs Python 3.11 or newer; try: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' || { echo "Python cannot make environments here; try: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.base: requirements/base.txt requirements/build.txt | $(BIN)/python
	@echo "Installing what Mindlines needs ..."
	@$(LOCKED) requirements/base.txt
	@$(LOCKED) requirements/build.txt
	@touch $@

$(VENV)/.installed: $(VENV)/.base pyproject.toml scripts/pdf-libraries.sh
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@BIN=$(BIN) scripts/pdf-libraries.sh
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.installed
	@echo "Installing what building and testing need ..."
	@$(LOCKED) requirements/dev.txt
	@touch $@

# --- the front end ---------------------------------------------------------------------------------------------------

frontend/node_modules/.installed: frontend/package-lock.json frontend/package.json scripts/with-node.sh
	@echo "Building the front end ..."
	@PYTHON=$(PYTHON) scripts/with-node.sh npm ci --prefix frontend --no-audit --no-fund --loglevel=error
	@touch $@

src/mindlines/ui/static/ui/mindlines.css: frontend/node_modules/.installed $(FRONTEND)
	@PYTHON=$(PYTHON) scripts/with-node.sh node frontend/build.mjs
	@touch $@

build/static/.collected: src/mindlines/ui/static/ui/mindlines.css $(STATIC) $(VENV)/.installed
	@$(ASIDE) $(DJANGO) collectstatic --noinput --clear --verbosity 0
	@touch $@

%.mo: %.po | $(VENV)/.base
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

# --- proving it ------------------------------------------------------------------------------------------------------

test: test-sqlite test-postgresql ## all tests, in a real browser, on SQLite and on PostgreSQL

test-sqlite: setup $(VENV)/.dev
	@scripts/chromium.sh
	@echo "Tests on SQLite"
	@$(ASIDE) $(PYTEST)

test-postgresql: setup $(VENV)/.dev
	@scripts/chromium.sh
	@echo "Tests on PostgreSQL"
	@# The library knows no database: its tests have run already.
	@$(ASIDE) $(BIN)/python tests/services.py env $(PYTEST) --ignore tests/analysis

check: static ## what must hold before a change is handed over, quickest first
	$(ASIDE) $(PYTEST) -m "not journey"
	$(MAKE) --no-print-directory docs

static: setup $(VENV)/.dev ## what can be told without running anything
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --quiet --check
	$(BIN)/djangofmt --quiet --check src
	$(BIN)/djlint --quiet --lint src
	$(BIN)/codespell src tests docs frontend/scripts frontend/styles *.md
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry --no-ansi src
	$(ASIDE) $(BIN)/mypy
	$(ASIDE) $(DJANGO) makemigrations --check --dry-run

fix: $(VENV)/.dev ## format everything
	$(BIN)/ruff check --quiet --fix
	$(BIN)/ruff format --quiet
	$(BIN)/djangofmt --quiet src

coverage: setup $(VENV)/.dev ## all branches of rules, actions and the library; nine tenths of the rest
	@mkdir -p build
	@$(ASIDE) $(PYTEST) -m "not journey" --cov --cov-report=
	@$(BIN)/coverage report --include='*/rules.py,*/rules/*,*/actions.py,*/actions/*,src/mindlines_analysis/*' --fail-under=100
	@$(BIN)/coverage report --fail-under=90

bench: setup $(VENV)/.dev ## what a meeting page costs, on SQLite and on PostgreSQL
	@$(ASIDE) $(BIN)/python bench/meeting_page.py
	@$(ASIDE) $(BIN)/python tests/services.py $(BIN)/python bench/meeting_page.py

bench-groups: setup $(VENV)/.dev ## how good small groups are and how soon, beside other programs (ARGS="--quick --only golf")
	@$(ASIDE) $(BIN)/python -m bench.groups $(ARGS)

bench-search: setup $(VENV)/.dev ## how soon and how well a search finds, beside bare full text (ARGS="--quick", ARGS="--million")
	@$(ASIDE) $(BIN)/python -m bench.search $(ARGS)

bench-trace: setup $(VENV)/.dev ## what the trace of a decision costs, with ten and with ten thousand things around it
	@$(ASIDE) $(BIN)/python bench/trace.py

bench-voice: setup $(VENV)/.dev ## how soon the transcript of a long meeting is measured
	@$(ASIDE) $(BIN)/python bench/voice.py

bench-room: setup $(VENV)/.dev ## how soon a thousand pages of a room hear of a change, beside a bare server (ARGS="--members 300")
	@$(ASIDE) $(BIN)/python -m bench.room $(ARGS)

bench-writing: setup $(VENV)/.dev ## how soon others read what one types, and how soon a long text opens (ARGS="--only typing")
	@scripts/chromium.sh
	@$(ASIDE) $(BIN)/python -m bench.writing $(ARGS)

docs: setup $(VENV)/.dev ## build the documentation into build/docs
	$(ASIDE) $(BIN)/sphinx-build -q -n -W --keep-going -b html -d build/doctrees docs build/docs

pictures: setup $(VENV)/.dev ## take the pictures of the documentation anew, from the demo
	@scripts/chromium.sh
	@$(BIN)/python docs/pictures.py

# --- housekeeping ----------------------------------------------------------------------------------------------------

LOCK := build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url

lock: | $(BIN)/python ## renew the locks of requirements/ and frontend/ (add UPGRADE=--upgrade for newest versions)
	@$(BIN)/python -m venv build/lock && build/lock/bin/python -m pip install --quiet uv
	@for name in base build node dev; do $(LOCK) $(UPGRADE) requirements/$$name.in -o requirements/$$name.txt; done
	@cd frontend && ../scripts/with-node.sh npm run --silent lock
	@! grep -n '://' requirements/*.txt frontend/package-lock.json || { echo "A lock names a host."; exit 1; }

clean: ## remove all that was built; your community in data/ stays
	@rm -rf $(VENV) .node build frontend/node_modules src/mindlines/ui/static/ui .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis
