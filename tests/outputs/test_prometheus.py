"""The figures of a run, as Prometheus reads them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cite.model.report import HostFigures, Report, Summary
from cite.model.verdicts import LinkState
from cite.outputs.prometheus import Prometheus

SUMMARY = Summary(
    5, 4, {"live": 3, "dead": 1}, {"ok": 3, "broken": 1, "unknown": 0}, {"error": 1, "warning": 0, "info": 2},
    requests=9, from_store=1,
)  # fmt: skip
HOSTS = (
    HostFigures("a.example", 6, {"2xx": 4, "4xx": 1}, repeats=1, too_many=1, median=0.1, p95=0.2),
    HostFigures("b.example", 2, {"2xx": 1, "none": 1}, refused=1),
)
REPORT = Report(
    datetime(2026, 3, 1, tzinfo=UTC), ("article.md",), (), (), (), SUMMARY, hosts=HOSTS, seconds=12.3456
)  # fmt: skip


def samples(report):
    parser = pytest.importorskip("prometheus_client.parser", reason="needs prometheus_client")
    families = list(parser.text_string_to_metric_families(Prometheus().write(report)))
    assert all(family.type == "gauge" and family.documentation.endswith(".") for family in families)
    return {
        (one.name, *one.labels.values()): one.value for family in families for one in family.samples
    }


def test_prometheus_reads_what_is_written():
    told = samples(REPORT)
    assert told["cite_links", "dead"] == 1 and told["cite_links", "moved"] == 0
    assert told["cite_responses", "2xx"] == 5 and told["cite_responses", "none"] == 1
    assert told["cite_connections_refused",] == 1
    assert told["cite_responses_too_many_requests",] == 1
    assert told["cite_run_duration_seconds",] == 12.346
    assert told["cite_run_timestamp_seconds",] == REPORT.made_at.timestamp()


def test_every_state_has_its_line_so_that_no_series_begins_with_its_first_death():
    told = samples(replace(REPORT, hosts=(), summary=replace(SUMMARY, states={})))
    assert {key[1] for key in told if key[0] == "cite_links"} == {one.value for one in LinkState}


def test_no_line_names_an_address():
    assert "example" not in Prometheus().write(REPORT)
