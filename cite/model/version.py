"""The version of the program, as it names itself in reports and to the web, and where it is to be had."""

__version__ = "0.1.0"
HOME = "https://pypi.org/project/cite-sources/"
