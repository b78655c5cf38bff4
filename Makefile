# SPDX-License-Identifier: AGPL-3.0-or-later
# Every target does its own set-up, once; when nothing is to be done that costs nothing but make's look at dates.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PARITER := $(BIN)/pariter
INSTALL := $(BIN)/python -m pipeline.tools.install

# What is set to nothing, here or in somebody's environment, is not set.
override DOC := $(or $(DOC),seeds)
override OUT := $(or $(OUT),build)
FORMATS ?=
LANG_TO ?=

.PHONY: help setup validators publish check repair watch test lint clean bench-clean bench-checks bench-pdf \
	evidence plain docs

help: ## Show what can be asked for
	@echo "make TARGET [DOC=seeds/name or any.md] [FORMATS=pdf,epub,html,xliff,plain,plain-pdf,large,brf,…] [LANG_TO=fr,ar] [OUT=build]"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1@\2/p' Makefile | while IFS=@ read -r name text; do \
		printf '  %-12s %s\n' "$$name" "$$text"; done

# --- set-up -------------------------------------------------------------------------------------------------

$(BIN)/python:
	@chosen=; for p in "$${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do \
		if "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then chosen=$$p; break; fi; done; \
	if [ -z "$$chosen" ]; then \
		echo "setup: Python 3.11 or newer is missing. Install it, or say where it is: make PYTHON=/path/to/python3" >&2; \
		exit 2; fi; \
	if ! "$$chosen" -c 'import venv, ensurepip' 2>/dev/null; then \
		echo "setup: Python's venv is missing. Install it (Debian, Ubuntu: sudo apt install python3-venv)." >&2; \
		exit 2; fi; \
	"$$chosen" -m venv $(VENV) || { rm -rf $(VENV); exit 2; }

$(VENV)/.wheels: pyproject.toml | $(BIN)/python
	@cd . && PYTHONPATH=. $(INSTALL) wheels
	@touch $@

# What publishing needs: the wheels, Pango, the Java validators and the readers of plain texts.
$(VENV)/.ready: $(VENV)/.wheels pipeline/tools/jars.py pipeline/tools/multilingual_e5.py pipeline/tools/install.py
	@$(INSTALL) system jars model
	@touch $@

# What testing needs besides: pytest, Node, npm packages, Chromium, liblouis and the schemas of reports.
$(VENV)/.ready-test: $(VENV)/.ready package.json package-lock.json pipeline/tools/schemas.py
	@$(INSTALL) dev node npm chromium braille schemas
	@touch $@

setup: $(VENV)/.ready ## Install what publishing needs, into .venv and .tools
	@echo "Ready: $(PARITER)"

validators: $(VENV)/.ready ## Install every validator that can be had here, trying again what failed
	@$(INSTALL) jars model node npm chromium
	@$(PARITER) doctor

# --- work ---------------------------------------------------------------------------------------------------

publish: $(VENV)/.ready ## Make and check the documents (DOC=, FORMATS=, LANG_TO=) into build/
	@$(PARITER) publish "$(DOC)" --out "$(OUT)" $(if $(FORMATS),--formats "$(FORMATS)") $(if $(LANG_TO),--to "$(LANG_TO)")

check: $(VENV)/.ready ## Check what is published, or any FILES=
	@$(PARITER) check $(or $(FILES),"$(OUT)")

watch: $(VENV)/.ready ## Check again whenever a file in build/, or of FILES=, changes
	@$(PARITER) check $(or $(FILES),"$(OUT)") --watch

repair: $(VENV)/.ready ## Show what cleaning changes in DOC: the clean text and its log, in build/repair/
	@mkdir -p "$(OUT)/repair"
	@find "$(DOC)" -name source.md -o -path "$(DOC)" -name '*.md' | sort | while IFS= read -r file; do \
		name=$$(basename "$$(dirname "$$file")"); [ "$$(basename "$$file")" = source.md ] || name=$$(basename "$$file" .md); \
		$(PARITER) clean "$$file" -o "$(OUT)/repair/$$name.md" --log "$(OUT)/repair/$$name.json" || exit; \
		echo "$(OUT)/repair/$$name.md"; done

plain: $(VENV)/.ready ## Make the plain-language edition of DOC
	@$(PARITER) publish "$(DOC)" --out "$(OUT)" --formats plain

evidence: $(VENV)/.ready ## Write the evidence pack of DOC
	@$(PARITER) evidence "$(DOC)" --out "$(OUT)"

test: $(VENV)/.ready-test ## Run all tests
	@$(BIN)/python -m pytest -n 2 tests

lint: $(VENV)/.ready-test ## Look over the code: ruff, mypy
	@$(BIN)/ruff check . && $(BIN)/mypy

bench-clean: $(VENV)/.ready-test ## Measure cleaning on the shared pairs
	@$(BIN)/python -m tests.bench_clean

bench-checks: $(VENV)/.ready-test ## Measure what our own rules cost beside making
	@$(BIN)/python -m tests.bench_checks --each

bench-pdf: $(VENV)/.ready-test ## Measure what the tags of a PDF cost (half an hour)
	@$(BIN)/python -m tests.bench_pdf

docs: $(VENV)/.ready-test ## Write the generated pages of docs/ anew
	@$(BIN)/python -m pipeline.checks.coverage_pages
	@$(BIN)/python -m pipeline.checks.rule_pages docs/rules

clean: ## Empty build/
	@find build -mindepth 1 ! -name .gitkeep -delete
