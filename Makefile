# Every target does its own set-up: on a fresh machine with Python 3.11 and make, start with any of them.
PYTHON ?= python3.11
ifeq (, $(shell command -v $(PYTHON) 2>/dev/null))
PYTHON := python3
endif
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check

.PHONY: setup demo run test lint bench

setup: $(VENV)/installed

demo: setup
	$(PY) build_index.py
	@for question in \
	    "When do US and Chinese officials meet about fentanyl, and why?" \
	    "Who leads the American delegation to Beijing?" \
	    "Who met the King of Norway in 1905?"; \
	do printf '\n> %s\n' "$$question"; $(PY) -m bot ask "$$question" --as-of 2024-01-29 || exit; done
	@if [ -t 0 ] && [ -t 1 ]; then $(PY) -m bot ask; fi

run: setup
	$(PY) -m bot

test: $(VENV)/installed-dev lint
	$(PY) -m pytest

lint: $(VENV)/installed-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

bench: $(VENV)/installed-dev
	$(PY) -m benchmarks

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Readout needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	$(PIP) -r requirements.txt
	touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	$(PIP) -r requirements-dev.txt
	touch $@
