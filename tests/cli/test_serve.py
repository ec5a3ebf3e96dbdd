"""`cite serve`: what it refuses before it begins."""

import socket

import pytest
from click.testing import CliRunner

from cite.cli.main import cli

pytest.importorskip("starlette", reason="needs cite-sources[serve]")


def run(tmp_path, *arguments):
    arguments = ["serve", str(tmp_path), "--no-browser", *arguments]
    return CliRunner().invoke(cli, arguments, env={"CITE_SERVE_TOKEN": ""})


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_a_host_within_reach_of_others_takes_a_token(tmp_path, host):
    result = run(tmp_path, "--host", host, "--port", "0")
    assert (result.exit_code, "CITE_SERVE_TOKEN" in result.output) == (2, True)


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run(tmp_path, "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 3
    assert "cannot serve at 127.0.0.1" in result.output
