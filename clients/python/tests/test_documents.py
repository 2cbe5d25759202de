"""Every example of the documents runs."""

import os
import pathlib
import re

import pytest

DOCUMENTS = [pathlib.Path(p) for p in os.environ.get("HERALD_DOCUMENTS", "").split(os.pathsep) if p]
if not DOCUMENTS:
    DOCUMENTS = [pathlib.Path(__file__).resolve().parents[1] / "README.md"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_examples_run(document, url, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```python\n(.*?)^```", document.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert blocks
    names = {}
    for block in blocks:
        exec(compile(block.replace("http://localhost:8080", url), str(document), "exec"), names)
