"""How the documentation is built: `make docs`, with every warning an error."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

project = "Mindlines"
author = "The Mindlines contributors"
copyright = "the Mindlines contributors"
release = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3


html_theme = "furo"
html_title = "Mindlines"
html_show_sphinx = False
html_copy_source = False
