PYTHON ?= python3
PORT ?= 8501
ENV := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test lint check geocode bench

help: ## List the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: ## Set everything up and serve the map (PORT=8501)
	$(PYTHON) tools/setup.py
	$(ENV) -m streamlit run app.py --server.port $(PORT)

test: ## Set everything up and run all checks and tests
	$(PYTHON) tools/setup.py --dev
	$(MAKE) --no-print-directory lint
	$(ENV) -m pytest

lint: ## Style and types
	$(ENV) -m ruff check .
	$(ENV) -m ruff format --check .
	$(ENV) -m mypy
	$(ENV) tools/npm.py run --silent lint

bench: ## Measure beside a bare page and two stock maps, in ten minutes
	$(PYTHON) tools/setup.py --dev
	$(ENV) -m benchmarks

check: ## List every fault of the tables
	$(PYTHON) tools/setup.py
	$(ENV) -m partner_map check

geocode: ## Find the coordinates of new cities
	$(PYTHON) tools/setup.py
	$(ENV) -m partner_map geocode
