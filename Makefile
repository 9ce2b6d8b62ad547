# make run      set up, ingest the sample (or ARTICLES=path), open the explorer on http://localhost:8501
# make install  set up alone: the program is then .venv/bin/greenroom
# make test     set up for development, lint, run every test
# make lint     ruff, mypy, import-linter
# make docs     write anew the pages of docs/ that list things
# make screenshots  take the pictures of every page of the explorer, in both themes
# make floor    score the extractor on data/gold and lift the floors that a test holds it to
# make train    fit anew the weights that are learnt from data/gold
# make faults   try the faults anew and write docs/faults.md
# make scores   measure the tables of docs/extraction.md anew
# make lock     pin the dependencies of pyproject.toml anew (needs uv)
#
# PYTHON=python3.12 chooses the interpreter, PORT=8600 the explorer's port, WORKERS=4 the processes that read articles.

PYTHON ?= python3
ARTICLES ?= data/articles
PORT ?= 8501
WORKERS ?= 1
VENV := .venv
BIN := $(VENV)/bin
UV ?= uv

.PHONY: run install test lint docs screenshots floor train faults scores lock browser server clean
.DEFAULT_GOAL := run
.DELETE_ON_ERROR:

run: install
	@$(BIN)/greenroom ingest --workers "$(WORKERS)" "$(ARTICLES)"
	@exec $(BIN)/greenroom serve --port "$(PORT)"

install: $(VENV)/.installed

$(BIN)/pip:
	@command -v "$(PYTHON)" >/dev/null || { echo "Greenroom needs Python 3.11 or newer, and there is no $(PYTHON) here: install it, or name another with PYTHON=." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Greenroom needs Python 3.11 or newer, and $(PYTHON) is $$("$(PYTHON)" -c 'import platform; print(platform.python_version())'): name another, for example make PYTHON=python3.12." >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "Greenroom needs Python's venv module: on Debian and Ubuntu, apt-get install python3-venv." >&2; exit 1; }
	@"$(PYTHON)" -m venv "$(VENV)"

# The project itself is linked, not copied: `--no-deps` because its dependencies are the pinned ones, `--no-build-isolation`
# because setuptools is one of them. The pins are constraints as well: pip looks for `coverage[toml]` by itself, and takes a newer one
# than `coverage` is pinned to, which no hash allows.
$(VENV)/.installed: $(BIN)/pip requirements.txt pyproject.toml
	@echo "Installing Greenroom into $(VENV): some minutes the first time."
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.txt -c requirements.txt
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed requirements-dev.txt
	@echo "Installing the tools for development."
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-dev.txt -c requirements-dev.txt
	@touch $@

# The tests of the explorer need a Chromium.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo "sudo -n"); \
	  if command -v apt-get >/dev/null && $$sudo true 2>/dev/null; then \
	    echo "Installing Chromium for the tests of the explorer."; \
	    $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null; \
	  else \
	    echo "There is no Chromium, and it may not be installed from here: the tests in the browser are skipped." >&2; \
	  fi; }

# The tests of the store need a Neo4j server: one that NEO4J_URI names, or Maven, which gets one, and a Java to run it on.
server: $(VENV)/.developing
	@[ -n "$$NEO4J_URI" ] || { command -v mvn >/dev/null && $(BIN)/python -c 'import tests.neo4j_server as s; s.find_java()' 2>/dev/null; } || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo "sudo -n"); \
	  if command -v apt-get >/dev/null && $$sudo true 2>/dev/null; then \
	    echo "Installing Java and Maven for the tests of the store."; \
	    $$sudo apt-get update -qq; \
	    for java in 17 21; do \
	      $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends maven openjdk-$$java-jre-headless >/dev/null && break; \
	    done || echo "They cannot be installed: the tests on a Neo4j server are skipped." >&2; \
	  else \
	    echo "There is no Maven or no Java, and they may not be installed from here: the tests on a Neo4j server are skipped." >&2; \
	  fi; }

test: $(VENV)/.developing browser server lint
	@$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

lint: $(VENV)/.developing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: $(VENV)/.developing
	@$(BIN)/python -m docs.generate

screenshots: $(VENV)/.developing browser
	@$(BIN)/python -m docs.screenshots

floor: $(VENV)/.installed
	@$(BIN)/greenroom evaluate --raise-floor data/gold

# The weights that are fitted to the gold corpus. Those of loose tellings, groups, what fills slots and motives as they are shipped have
# seen the development articles of the benchmark, too, which are not ours to publish: MORE="DIR DIR" adds a folder of annotated articles,
# as often as it is named.
train: $(VENV)/.developing
	@$(BIN)/python -m benchmarks.train $(MORE:%=--more %)

faults: $(VENV)/.developing server
	@GREENROOM_FAULTS=1 $(BIN)/python -m pytest -q tests/etl/test_faults.py tests/ui/test_reading_while_loading.py

scores: $(VENV)/.developing
	@$(BIN)/python -m docs.measure

lock:
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
	  --no-emit-find-links pyproject.toml --group build --output-file requirements.txt
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
	  --no-emit-find-links pyproject.toml --group build --group dev --constraints requirements.txt --output-file requirements-dev.txt

clean:
	@rm -rf "$(VENV)"
