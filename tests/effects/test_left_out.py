"""A library that would take another one along is imported without it."""

import importlib
import sys

import pytest

from cite.effects.left_out import left_out


def test_what_is_left_out_cannot_be_imported_and_can_be_afterwards(monkeypatch):
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with left_out("colorsys"), pytest.raises(ImportError):
        importlib.import_module("colorsys")
    assert importlib.import_module("colorsys").rgb_to_hsv


def test_what_is_there_already_stays():
    import json

    with left_out("json"):
        assert importlib.import_module("json") is json
    assert sys.modules["json"] is json


def test_a_failure_hides_nothing_for_longer():
    with pytest.raises(ZeroDivisionError), left_out("colorsys"):
        raise ZeroDivisionError
    assert "colorsys" not in sys.modules or sys.modules["colorsys"] is not None
