"""Reads an article's notes, checks its sources, and shows the evidence for every word it says."""

__version__ = "0.1.0"
