PYTHON ?= python3
PORT ?= 8501
ENV := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run status test browsers lint bench check lock audit catalogues geocode

help: ## List the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: ## Set everything up and serve the map (PORT=8501)
	$(PYTHON) tools/setup.py
	$(ENV) -m partner_map serve --port $(PORT)

status: ## Tell how the running server is: visitors, speed, memory, last save
	@$(ENV) -m partner_map status

test: ## Set everything up and run all checks and tests
	$(PYTHON) tools/setup.py --dev
	$(MAKE) --no-print-directory lint
	$(ENV) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --max-worker-restart 0

browsers: ## Try everything in Firefox and WebKitGTK too
	$(PYTHON) tools/setup.py --browsers
	$(ENV) -m pytest -n 0 -m "thorough or not thorough" tests/engines

lint: ## Style and types
	$(ENV) -m ruff check .
	$(ENV) -m ruff format --check .
	$(ENV) -m mypy
	$(ENV) tools/npm.py run --silent lint

bench: ## Measure beside a bare page and two stock maps, in ten to fifteen minutes
	$(PYTHON) tools/setup.py --dev
	$(ENV) -m benchmarks

check: ## List every fault of the tables
	$(PYTHON) tools/setup.py
	$(ENV) -m partner_map check

audit: ## Ask a database, where there is a network, what is known of the pinned packages
	$(PYTHON) tools/audit.py

lock: ## Pin again what the program and its tests need (LOCK=--upgrade for the newest)
	$(PYTHON) tools/lock.py $(LOCK)
	$(PYTHON) tools/setup.py --dev
	$(ENV) -m tools.bill

catalogues: ## Bring the catalogues up to date with the words of the program (LANGUAGE=de begins one)
	$(PYTHON) tools/setup.py --dev
	$(ENV) tools/catalogues.py $(LANGUAGE)

geocode: ## Find the coordinates of new cities
	$(PYTHON) tools/setup.py
	$(ENV) -m partner_map geocode
