"""`cite watch`: a day's budget of what is due, and nothing twice."""

import json

from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.server import answer

PAGE = "<title>The ledgers</title>" + "<p>What stands in the ledgers is told here. " * 40


def test_a_watch_takes_the_days_budget_and_goes_on_where_it_was(loopback, tmp_path):
    loopback.behaviours["/watched*"] = answer(PAGE)
    urls = [loopback.url(f"/watched{n}") for n in range(5)]
    (tmp_path / "list.txt").write_text("\n".join(urls) + "\n", "utf-8")

    def watch(per_day):
        result = CliRunner().invoke(
            cli,
            ["watch", str(tmp_path / "list.txt"), "--cache", str(tmp_path / "cache"), "--format", "json",
             "--per-day", str(per_day), "--no-archives", "--allow-net", "127.0.0.0/8", "--interval", "0"],
        )  # fmt: skip
        assert result.exit_code == 0
        if "nothing is due" in result.stderr:
            return []
        told = json.loads(result.stdout)
        return [link["url"] for one in told["references"] for link in one["links"]]

    assert watch(2) == urls[:2]
    assert watch(2) == []
    assert watch(9) == urls[2:]
    assert watch(9) == []
    asked = [path for path in loopback.asked if path.startswith("/watched")]
    assert sorted(asked) == [f"/watched{n}" for n in range(5)]
