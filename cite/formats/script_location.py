"""Where a script sends the reader: the address it names or puts together from the page's own. Nothing is run.

Scripts that only redirect are a line or two: an address as a string, or a sum of strings, of parts of
`location` and of variables set just before. Such sums are added up; whatever else a script does is left alone.
"""

import re

LONGEST = 2000
"""Characters of a script that may do nothing but send the reader on."""
_TARGET = re.compile(
    r"(?<![\w$.])(?:(?:window|document|top|self|parent|globalThis)\s*\.\s*)*location"
    r"(?P<part>\s*\.\s*(?:href|pathname))?\s*"
    r"(?:(?P<set>=(?![=>]))|\.\s*(?:replace|assign)\s*(?P<call>\())\s*(?P<value>[^;\n]{1,1000})"
)
_VARIABLE = re.compile(r"\b(?:var|let|const)\s+(?P<name>[\w$]+)\s*=\s*(?P<value>[^;\n]{1,500})")
_TERM = re.compile(
    r"\s*(?:(?P<text>\"[^\"\n]*\"|'[^'\n]*'|`[^`$\n]*`)"
    r"|(?:(?:window|document|top|self|parent)\s*\.\s*)*location\s*\.\s*(?P<own>origin|protocol|hostname|host)\b"
    r"|\[(?P<list>[^\]]{1,500})\]\s*\.\s*join\s*\(\s*[\"'](?P<glue>[^\"']{0,3})[\"']\s*\)"
    r"|(?P<name>[A-Za-z_$][\w$]*)(?![\w$.(\[]))\s*"
)
_OWN = {"origin": "//\0", "protocol": "", "hostname": "\0", "host": "\0"}
"""Parts of the page's own address: `\\0` stands for its host, and the scheme is left to be the same."""
_DEPTH = 4


def script_location(scripts: list[str], text: str) -> str | None:
    """The address in a script that does nothing but send the reader on, on a page that says next to nothing.

    A script that sets a cookie first asks for the same page again, as checks for robots do: that is no redirect.
    """
    if len(text) > 200:
        return None
    for script in scripts:
        if len(script) < LONGEST and "document.cookie" not in script:
            for match in _TARGET.finditer(script):
                if (address := _address(match, script)) is not None:
                    return address
    return None


def _address(match: re.Match[str], script: str) -> str | None:
    """What is assigned, as a reference relative to the page; None where it cannot be told."""
    variables = {found["name"]: found["value"] for found in _VARIABLE.finditer(script)}
    value = _sum(match["value"], variables, 0)
    if value is None:
        return None
    address = value.replace("\\/", "/").strip()
    if "\0" in address:
        # The page's own host: what follows it is a path of the same site.
        _, _, rest = address.partition("\0")
        return rest if rest.startswith("/") else f"/{rest}"
    return address if address and len(address) <= LONGEST and " " not in address else None


def _sum(expression: str, variables: dict[str, str], depth: int) -> str | None:
    """The text that strings, parts of the address and variables add up to."""
    if depth > _DEPTH:
        return None
    total, at = "", 0
    while match := _TERM.match(expression, at):
        if match["text"] is not None:
            part: str | None = match["text"][1:-1]
        elif match["own"]:
            part = _OWN[match["own"]]
        elif match["list"] is not None:
            parts = [_sum(one, variables, depth + 1) for one in match["list"].split(",")]
            part = match["glue"].join(one or "" for one in parts)
        else:
            named = variables.get(match["name"])
            part = _sum(named, variables, depth + 1) if named is not None else None
        if part is None:
            return None
        total += part
        at = match.end()
        if not expression.startswith("+", at):
            return total
        at += 1
    return None
