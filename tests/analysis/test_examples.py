import doctest
import importlib
import pkgutil

import pytest

import mindlines_analysis

MODULES = [found.name for found in pkgutil.walk_packages(mindlines_analysis.__path__, "mindlines_analysis.")]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_the_docstrings_run(module):
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    assert doctest.testmod(importlib.import_module(module), optionflags=flags).failed == 0


@pytest.mark.parametrize(
    "package", ["consensus", "disclosure", "grouping", "names", "opinion", "readability", "readers", "voice"]
)
def test_whatever_a_package_lists_is_there_and_explained(package):
    face = getattr(mindlines_analysis, package)
    for name in face.__all__:
        assert name == "FIELDS" or getattr(face, name).__doc__
