"""What commands share: their inputs, and how a product reaches standard output or a file."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cite.effects.files import check_writable, write_parts
from cite.formats.safe_text import json_text, safe
from cite.model.errors import OutputError, SettingsError
from cite.model.findings import UNREADABLE, Finding
from cite.model.options import Options
from cite.model.report import Output, Report, WritesInto, WritesPieces

INPUTS = click.argument("inputs", metavar="ARTICLE…", nargs=-1, required=True)


def emit(text: str) -> None:
    """The product, on standard output, always ending in one newline. Raises OutputError."""
    emit_pieces([text.rstrip("\n") + "\n"])


def emit_pieces(pieces: Iterable[str]) -> None:
    """A long product, piece by piece.

    Written by hand until all of it is out: an unbuffered stream (PYTHONUNBUFFERED, usual in containers)
    may take a part of what it is given, and Python then drops the rest without a word. Raises OutputError.
    """
    try:
        sys.stdout.flush()
        for piece in pieces:
            left = piece.encode(sys.stdout.encoding or "utf-8", "replace")
            while left:
                left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except OSError as error:
        raise OutputError(f"cannot write to standard output: {error.strerror}") from error


def emit_json(value: object) -> None:
    """The product as JSON, readable and in UTF-8."""
    emit(json_text(value))


def note_on_stderr(text: str) -> None:
    """A line for people, beside the product."""
    click.echo(f"cite: {safe(text)}", err=True)


def say_findings(findings: Sequence[Finding]) -> None:
    """Findings, on standard error."""
    if findings:
        from cite.outputs.notes_text import findings_text

        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        width = max(40, shutil.get_terminal_size((80, 24)).columns)
        click.echo(findings_text(findings, width, colour), err=True)


def write_file(path: Path, text: str) -> None:
    """Text as a file, in UTF-8 and with plain line ends. Raises OutputError."""
    write_pieces(path, [text])


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """The same of a long text, piece by piece. Raises OutputError."""
    write_parts(path, (piece.encode("utf-8", "replace") for piece in pieces))


def read_existing(path: Path) -> str:
    """The text of a file that is about to be written again; nothing where there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"cannot read {path}, so it is not overwritten: {error}") from error


def width_and_colour() -> dict[str, Any]:
    """How wide the terminal is, and whether it wants colour (NO_COLOR, pipes and dumb ones do not)."""
    colour = (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    return {"width": max(40, shutil.get_terminal_size((80, 24)).columns), "colour": colour}


def outputs_for(files: Sequence[Path]) -> list[Output]:
    """For each file the output that its name asks for. Raises SettingsError, or OutputError for one that
    cannot be written, before anything is asked."""
    if not files:
        return []
    from cite.pipeline import outputs

    for path in filter(is_folder, files):
        check_folder(path)
    every = outputs()
    files = [path for path in files if not is_folder(path)]
    found = [_output_for(path, every) for path in files]
    for path in files:
        check_writable(path)
    return found


def suffixes() -> str:
    """Every ending of a report's name that asks for an output."""
    from cite.pipeline import outputs

    return _joined(outputs())


def _joined(every: Sequence[Output]) -> str:
    return " ".join(suffix for one in every for suffix in one.suffixes)


def _output_for(path: Path, every: Sequence[Output]) -> Output:
    """The one with the longest ending that the name has."""
    name = path.name.lower()
    fitting = [(ending, one) for one in every for ending in one.suffixes if name.endswith(ending)]
    if not fitting:
        raise SettingsError(
            f"cannot tell a kind of report from the name {path}; known are {_joined(every)}"
        )
    return max(fitting, key=lambda one: len(one[0]))[1]


def deliver(report: Report, options: Options, verbose: bool) -> None:
    """The report in each file, by its name, and on standard output. Raises OutputError."""
    form, files = options.format, options.reports
    if form == "terminal" and not files:
        emit_terminal(report, verbose)
        return
    report = with_rules(report)
    for path in files:
        if is_folder(path):
            write_site(path, report, options)
        else:
            _write_report(path, report)
    if form == "terminal":
        emit_terminal(report, verbose)
    else:
        from cite.pipeline import output_named

        emit_pieces(_pieces(output_named(form), report))
        if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
            _add_summary(Path(summary), report)


def _add_summary(path: Path, report: Report) -> None:
    """The whole report beneath the job, where annotations end: the runner names the file. Raises OutputError."""
    from cite.outputs.github import job_summary

    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(job_summary(report))
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}") from error


def _write_report(path: Path, report: Report) -> None:
    (output,) = outputs_for([path])
    if isinstance(output, WritesInto):
        text, left = output.write_into(report, read_existing(path))
        say_findings(left)
        write_file(path, text)
    else:
        write_pieces(path, _pieces(output, report))


def is_folder(path: Path) -> bool:
    """Whether a report of that name is a folder: one that is there, or a name without an ending."""
    return path.is_dir() or not path.suffix


def check_folder(folder: Path) -> None:
    """Raises OutputError for a folder that is not there and has none to stand in."""
    if not folder.is_dir() and not folder.parent.is_dir():
        raise OutputError(
            f"cannot make {folder}: there is no folder {folder.parent}; make it first"
        )


def write_site(folder: Path, report: Report, options: Options) -> None:
    """Pages for many articles in a folder, made and said where it is not there. Raises OutputError."""
    from cite.outputs.site import STATE, Site, with_history
    from cite.pipeline import address_histories

    check_folder(folder)
    if not folder.is_dir():
        folder.mkdir()
        note_on_stderr(f"{folder}: a new folder.")
    every = address_histories(with_history(report), options)
    histories = [one for one in every if len(one.looks) > 1 or one.said]
    for name, pieces in Site().files(report, read_existing(folder / STATE), histories):
        write_pieces(folder / name, pieces)
    note_on_stderr(f"{folder / 'index.html'}: written, with a page for each article.")


def emit_terminal(report: Report, verbose: bool) -> None:
    """The report for whoever sits before the screen. Raises OutputError."""
    from cite.outputs.terminal import terminal

    emit(terminal(report, verbose=verbose, **width_and_colour()))


def _pieces(output: Output, report: Report) -> Iterable[str]:
    return output.pieces(report) if isinstance(output, WritesPieces) else [output.write(report)]


def with_rules(report: Report) -> Report:
    """The report with the rule behind each of its codes, for those who read it elsewhere."""
    from cite.cli.rules import rules_of

    findings = (*report.findings, *(one for verdict in report.verdicts for one in verdict.findings))
    return replace(report, rules=rules_of({finding.code for finding in findings}))


def findings_exit(findings: Sequence[Finding], options: Options) -> None:
    """0 sound, 1 findings at or above the failing level, 3 where an input could not be read and others could."""
    from cite.steps.compile_report import chosen
    from cite.steps.failing import failing

    context = click.get_current_context()
    if any(finding.code == UNREADABLE for finding in findings):
        context.exit(3)
    if failing(chosen(findings, options), options.fail_on):
        context.exit(1)


def report_exit(
    report: Report, options: Options, baseline: Mapping[str, str] | None = None
) -> None:
    """0 sound, 1 what is to fail, 3 where links could not be judged or inputs not read.

    With a baseline, links fail that broke since and nothing else does. Why it is 3 stands at the head of the terminal's report; beside any other form it is said apart.
    """
    from cite.steps.failing import every_finding, failing, newly_broken

    context = click.get_current_context()
    findings = every_finding(report)
    not_judged = 0 if options.known_only else report.summary.not_judged
    nothing = bool(not_judged) and not_judged == report.summary.links
    if baseline is None:
        fails = bool(failing(findings, options.fail_on))
    else:
        news = newly_broken(report, baseline)
        fails = bool(news)
        for url in news:
            note_on_stderr(f"broke since the baseline: {url}")
    unread = any(finding.code == UNREADABLE for finding in findings)
    # A finding stands, whatever was not judged beside it; soundness takes a judgement of every link.
    if unread or not report.complete or nothing or (not_judged and not fails):
        for caveat in report.caveats if options.format != "terminal" else ():
            click.echo(f"cite: {caveat}", err=True)
        context.exit(3)
    if fails:
        context.exit(1)
