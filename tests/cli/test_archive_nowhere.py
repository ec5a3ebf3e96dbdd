"""`cite archive` where no archive takes pages: said, with what to do and the plan as it would be."""

from click.testing import CliRunner

from cite.cli.main import cli


def test_a_plan_without_archives_is_no_pass_and_says_what_to_configure(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.md").write_text("Said.[^1]\n\n[^1]: A. Doe, http://a.example/page\n", "utf-8")
    for arguments in (["--no-archives"], ["--no-archives", "--send"]):
        result = CliRunner().invoke(cli, ["archive", "one.md", *arguments])
        assert result.exit_code == 2
        assert "No archive that takes pages is configured" in result.output
        assert "http://a.example/page" in result.output and "internet-archive" in result.output
        assert "No address was found" not in result.output
