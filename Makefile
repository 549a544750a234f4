# One command each on a machine that has only Python >= 3.11 with venv, and make.
PYTHON ?= python3
UV_VERSION := 0.13.9
UV := .tools/bin/uv

export UV_PROJECT_ENVIRONMENT := .venv
# uv does not byte-compile by itself; without .pyc every start costs three times as much.
export UV_COMPILE_BYTECODE := 1

.DEFAULT_GOAL := run
.PHONY: run review setup test test-slow test-all lint format lock snapshots docs clean

run: .venv/.stamp            ## set up, and open the review screen on the demo collection
	@.venv/bin/workbench demo

review: .venv/.stamp         ## set up, and open the review screen on your own database
	@.venv/bin/workbench

setup: .venv/.stamp          ## only set up

test: .venv/.stamp           ## set up, and run the fast tests
	.venv/bin/python -m pytest -n auto -m "not slow"

test-slow: .venv/.stamp .tools/label-studio/.stamp    ## only the long tests, which need a large tool
	.venv/bin/python -m pytest -n auto -m slow

test-all: .venv/.stamp .tools/label-studio/.stamp     ## every test: kills, PostgreSQL, Chromium, LibreOffice, the wheel
	.venv/bin/python -m pytest -n auto

lint: .venv/.stamp           ## formatter, linter, types, layers
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

format: .venv/.stamp
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

lock: $(UV)
	$(UV) lock --python $(PYTHON)

snapshots: .venv/.stamp      ## accept what the screens look like now
	.venv/bin/python -m pytest tests/tui -k snapshot --snapshot-update

docs: .venv/.stamp           ## redraw the README's pictures and its table of keys, write the schema of projects and what templates are given
	.venv/bin/python docs/readme_keys.py
	.venv/bin/python docs/project_schema.py
	.venv/bin/python docs/template_data.py
	.venv/bin/python docs/pictures.py

clean:
	rm -rf .venv .tools dist build

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit("claim-workbench needs Python 3.11 or newer: try make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"

.venv/.stamp: $(UV) pyproject.toml uv.lock
	$(UV) sync --frozen --python $(PYTHON)
	@touch $@

# Label Studio's converter wants an older NumPy than the tests do: it has an environment of its own.
.tools/label-studio/.stamp: export UV_PROJECT_ENVIRONMENT := .tools/label-studio
.tools/label-studio/.stamp: $(UV) pyproject.toml uv.lock
	$(UV) sync --frozen --python $(PYTHON) --only-group tools
	@touch $@
