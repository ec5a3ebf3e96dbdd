"""docs/structure.md names every room of cite/, and says of each what import-linter lets it import."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "structure.md"
ROW = re.compile(
    r"^\| `(?P<room>cite/[\w/.]*)` \| (?P<holds>[^|]+) \| (?P<imports>[^|]+) \|$", re.M
)


def layers():
    """What each container's parts are, from the top to the bottom, as import-linter holds it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    return {
        container.replace(".", "/"): [re.split(r" [|:] ", layer) for layer in contract["layers"]]
        for contract in contracts["contracts"]
        if contract["type"] == "layers"
        for container in contract["containers"]
    }


def rooms():
    """Every folder with code in it, and what stands in cite/ itself."""
    folders = {f"{file.parent.relative_to(ROOT)}/" for file in (ROOT / "cite").rglob("*.py")}
    beside = {str(file.relative_to(ROOT)) for file in (ROOT / "cite").glob("*.py")}
    return (folders - {"cite/"} | beside) - {"cite/__init__.py"}


def may_import(room):
    """In words: the layer beneath a room, and all that lies beneath that."""
    container, name = str(Path(room).parent), Path(room).stem
    order = layers().get(container)
    if order is None:
        return f"as `{Path(container).name}/`"
    place = next(place for place, layer in enumerate(order) if name in layer)
    below = order[place + 1 :]
    if not below:
        return (
            "nothing of its own" if container == "cite" else f"what `{Path(container).name}/` may"
        )
    return ", ".join(f"`{one}`" for one in below[0]) + (" and below" if below[1:] else "")


def test_every_room_has_its_line_and_every_line_its_room():
    assert {row["room"] for row in ROW.finditer(PAGE.read_text("utf-8"))} == rooms()


def test_what_a_room_may_import_is_what_import_linter_holds(accepted):
    page = PAGE.read_text("utf-8")
    accepted(
        PAGE,
        ROW.sub(
            lambda row: f"| `{row['room']}` | {row['holds']} | {may_import(row['room'])} |", page
        ),
    )


def test_each_line_says_what_its_room_holds():
    assert all(row["holds"].strip() for row in ROW.finditer(PAGE.read_text("utf-8")))
