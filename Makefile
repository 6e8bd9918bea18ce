# Each target makes .venv if it is missing and installs what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: booklet test lint bench side-by-side pictures keys wheel clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('Python 3.11 or newer is needed') if sys.version_info < (3, 11) else None"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(BIN)/python -m compileall -q src/reportgen  # where the environment forbids writing bytecode, every start would compile
	touch $@

booklet: $(VENV)/.installed  ## the sample booklet and its drafts, into out/
	$(BIN)/reportgen build

test: $(VENV)/.installed  ## all tests
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.installed  ## style, types, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check src tests fonts
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/.bench: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	touch $@

bench: $(VENV)/.bench  ## against the peers; prints a table and writes docs/performance.md
	$(BIN)/python tests/bench/stages.py
	$(BIN)/python tests/bench/compare.py
	$(BIN)/python tests/bench/sample.py

side-by-side: $(VENV)/.bench  ## the same text by other engines, those that are installed: pictures of docs/typesetting.md
	$(BIN)/python tests/bench/side_by_side.py

keys: $(VENV)/.installed  ## docs/keys.md: every key of content files
	{ echo '# 每一个键'; echo; echo '由 `make keys` 写成，不要手改。怎样写见 [content.md](content.md)。'; echo; $(BIN)/reportgen schema --format markdown --lang zh; } > docs/keys.md

pictures: $(VENV)/.installed  ## the pages that README and docs/themes.md show
	$(BIN)/reportgen themes content/qingdao-2019h1 --pictures --width 2000
	cp out/qingdao-2019h1/themes/civic.png docs/pages.png
	cp out/qingdao-2019h1/themes/official.png docs/pages-official.png
	cp out/qingdao-2019h1/themes/bright.png docs/pages-bright.png

wheel: $(VENV)/.installed
	$(BIN)/python -m build --wheel

clean:
	rm -rf out dist .pytest_cache .mypy_cache .ruff_cache
