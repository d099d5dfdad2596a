# Every target carries its own help line. Needed on the machine: Linux, Python 3.11 or newer, make.

PYTHON ?= python3
BIN := .venv/bin
ENVIRONMENT := $(PYTHON) infra/tools/environment.py

.DEFAULT_GOAL := help
.PHONY: help run test check schema bench journey psql reset fmt lock audit clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Run the whole platform with its own servers and a demo group, until Ctrl-C
	@$(ENVIRONMENT) run
	@exec $(BIN)/python -m infra.embedded

test: ## Run everything: lint, types, contracts, schema drift, back end, front end, browser journeys
	@$(ENVIRONMENT) dev
	@$(BIN)/python -m infra.tools.stages

check: ## Run what takes seconds: lint, types, contracts, schema drift
	@$(ENVIRONMENT) dev
	@$(BIN)/python -m infra.tools.stages lint types contracts schema

schema: ## Write the printed GraphQL schemas, which `make check` compares
	@$(ENVIRONMENT) dev
	@$(BIN)/python -m infra.manage print_schemas

bench: ## Measure against the floor and stock graphene-django; figures go to docs/benchmarks.md
	@$(ENVIRONMENT) dev
	@for file in tests/load/bench_*.py; do $(BIN)/python -m tests.load.$$(basename $$file .py) || exit 1; done

journey: ## Tell the whole path from registration to payment step by step, and run the browser journeys
	@$(ENVIRONMENT) dev
	@$(BIN)/python -m infra.tools.stages journeys

psql: ## Open psql on the database of the running platform
	@$(BIN)/python -m infra.embedded psql

reset: ## Delete all data of `make run` (asks first; YES=1 does not)
	@$(ENVIRONMENT) run
	@$(BIN)/python -m infra.embedded reset $(if $(YES),--yes)

fmt: ## Format and tidy the Python code
	@$(ENVIRONMENT) dev
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

lock: ## Resolve all dependencies anew and write the lock files
	@$(ENVIRONMENT) dev
	@$(BIN)/python -m infra.tools.locks

audit: ## Compare the locks with known vulnerabilities, offline: ADVISORIES="pypi.zip npm.zip" (docs/runbooks)
	@$(ENVIRONMENT) dev
	@$(BIN)/python -m infra.tools.advisories $(ADVISORIES)

clean: ## Delete the environment, caches and builds; data stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf frontend/node_modules frontend/dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
