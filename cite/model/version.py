"""The version of the program, as it names itself in reports and to the web."""

__version__ = "0.1.0"
