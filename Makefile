# Everything the dashboard needs lives in .venv, data/store.duckdb and static/plotly; `make clean` removes it all.
PORT ?= 8501
ADDRESS ?= 127.0.0.1
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
URL := http://$(ADDRESS):$(PORT)

PLACES ?= queries data pages
COUNT ?= 300
SEED ?= 1

.PHONY: help run test mutate store refresh bench load lint format install assets browser clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: install assets store ## prepare what is missing and serve on PORT (8501)
	@echo "starting on $(URL) ..."
	@$(BIN)/streamlit run dashboard.py --server.port $(PORT) --server.address $(ADDRESS) & server=$$!; \
	trap 'kill $$server 2>/dev/null' INT TERM; \
	$(BIN)/python -m pages.parts.streamlit.readiness $(URL) $$server && echo "ready: $(URL)"; \
	wait $$server

install: $(VENV)/runtime.stamp ## create .venv with the pinned packages

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime.stamp: requirements.txt requirements-lock.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/runtime.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

assets: $(VENV)/assets.stamp ## fetch the Plotly bundle into static/plotly

$(VENV)/assets.stamp: static/fetch_plotly.py $(VENV)/runtime.stamp
	$(BIN)/python static/fetch_plotly.py
	@touch $@

store: $(VENV)/runtime.stamp ## build data/store.duckdb from the committed figures
	$(BIN)/python -m data.store

refresh: $(VENV)/runtime.stamp ## fetch what is new at the publishers (REFRESH="un_sdg --dry-run")
	$(BIN)/python -m data.refresh $(REFRESH)

browser: $(VENV)/dev.stamp ## find or bring a Chromium for the browser tests
	@$(BIN)/python -m tests.browser.chromium

test: install assets store browser ## run all tests; browser tests are skipped, with the reason, where no browser can be had
	$(BIN)/python -m pytest -n 2

mutate: install assets store $(VENV)/dev.stamp ## make COUNT (300) mistakes in PLACES, drawn by SEED, and see which no test notices
	$(BIN)/python -m tests.mutate $(PLACES) --count $(COUNT) --seed $(SEED)

bench: store $(VENV)/dev.stamp ## measure queries and pages
	$(BIN)/python -m benchmarks

load: store $(VENV)/dev.stamp ## many visitors at once (LOAD="--visitors 50 --seconds 60")
	$(BIN)/python -m benchmarks.load $(LOAD)

lint: $(VENV)/dev.stamp ## check style of Python and SQL
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/sqlfluff lint --nofail queries

format: $(VENV)/dev.stamp ## bring Python into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove everything that was made here
	rm -rf $(VENV) data/store*.duckdb static/plotly .pytest_cache .ruff_cache
