"""Where the CPU of `cite check` goes, function by function: a table in Markdown, as docs/performance.md has it.

The process is looked at once for each tick of its own CPU clock; a function's share is that of the looks at which
it was at work or had called what was. Two runs: 3,000 addresses that answer with a line of text, and 600 works
whose pages, of 48 kB, show the cited title.

    python -m benchmarks.where
"""

import json
import runpy
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.page import page
from benchmarks.running import ENVIRONMENT, ROOT, RUNS, addresses, web

HOSTS, LATENCY = 250, 0.05
SETTINGS = "--no-archives --allow-net 127.0.0.0/8 --slots 200 --per-host 20 --interval 0".split()
ROWS = (
    ("starting: modules imported", "importlib._bootstrap:_find_and_load", ""),
    ("of it, expressions compiled", "re:_compile", ""),
    ("reading the list", "cite.stages.reading:references", ""),
    ("asking, all of it", "cite.effects.web.web:Web.fetch", ""),
    ("of it, tenacity's attempts", "cite.effects.web.attempts:Attempts.at", "cite.effects.web.chain:walk"),
    ("of it, an address made ready for the wire", "cite.effects.web.addresses:askable_url", ""),
    ("of it, a slot and a turn", "cite.effects.web.hop:Hops._in_turn", "cite.effects.web.hop:Hops._within"),
    ("of it, httpx's client", "httpx._client:AsyncClient.send", "cite.effects.net.network:Transport.handle_async_request"),
    ("of it, connection, request, head", "cite.effects.net.network:Transport.handle_async_request", ""),
    ("which questions are left", "cite.effects.gathering.rounds:Rounds.next", ""),
    ("opinions and verdict", "cite.stages.judging:Judging._judged", ""),
    ("in both, a page taken apart", "cite.formats.page:page_of", ""),
    ("in both, what a page is", "cite.steps.pages.recognise_page:seen", "cite.formats.page:page_of"),
    ("in both, words that may be there", "cite.steps.pages.wording:Wording.may_match", ""),
    ("in both, whether it shows the title", "cite.steps.pages.compare_titles:title_found", ""),
    ("the event loop by itself", "asyncio.runners:Runner.run", "cite.effects.gathering.gather:gather"),
    ("the report", "cite.steps.compile_report:compile_report", ""),
)  # fmt: skip
"""What, the function with all that it calls, and what of that is left out."""
CALLED_BY_THE_LOOP = ("cite.effects.gathering.gather:gather.<locals>.follow",)
"""Tasks stand on the loop's own stack: what they do is not the loop's."""


def main():
    columns = {"a line of text": lines_of_text(), "48 kB, titled": titled_pages()}
    print(f"| what | function | {' | '.join(columns)} |\n|---|---|{'---|' * len(columns)}")
    for what, function, without in ROWS:
        shares = (f"{share(looks, function, without):.0%}" for looks in columns.values())
        print(f"| {what} | `{function.partition(':')[2]}` | {' | '.join(shares)} |")


def share(looks, function, without):
    """Of all looks, those at which a function was at work, though not by way of another."""
    called = (without, *CALLED_BY_THE_LOOP) if function.startswith("asyncio") else (without,)
    found = sum(n for stack, n in looks.items() if function in stack and not {*called} & {*stack})
    return found / sum(looks.values())


def lines_of_text():
    with web("--latency", LATENCY) as port:
        return looked_at("urls.txt", "\n".join(addresses(3000, HOSTS, port)))


def titled_pages():
    markup = page()
    title = markup.partition(b"<h1>")[2].partition(b"</h1>")[0].decode()
    with tempfile.NamedTemporaryFile(suffix=".html") as file:
        file.write(markup)
        file.flush()
        with web("--latency", LATENCY, "--page", file.name, "--each") as port:
            works = (
                f"@online{{w{n}, title = {{{title}}}, year = 2019, url = {{{url}}}}}"
                for n, url in enumerate(addresses(600, HOSTS, port))
            )
            return looked_at("works.bib", "\n".join(works))


def looked_at(name, content):
    """How often each stack was met over several runs, each with a store of its own."""
    looks = Counter()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_text(content, "utf-8")
        for run in range(RUNS):
            said = Path(folder, f"looks{run}.json")
            command = [
                sys.executable,
                "-m",
                "benchmarks.where",
                str(said),
                "check",
                name,
                *SETTINGS,
                "--cache",
                f"c{run}",
            ]
            subprocess.run(
                command,
                cwd=folder,
                env=ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
                capture_output=True,
            )
            looks.update({tuple(stack): n for stack, n in json.loads(said.read_text("utf-8"))})
    return looks


def look_at(said, arguments):
    """Run the command line in this process and write down the stacks that were met."""
    looks = Counter()

    def look(_number, frame):
        stack = set()
        while frame is not None:
            stack.add(f"{frame.f_globals.get('__name__')}:{frame.f_code.co_qualname}")
            frame = frame.f_back
        looks[tuple(sorted(stack))] += 1

    signal.signal(signal.SIGPROF, look)
    signal.siginterrupt(signal.SIGPROF, False)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    sys.argv = ["cite", *arguments]
    try:
        runpy.run_module("cite", run_name="__main__")
    except SystemExit:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        Path(said).write_text(json.dumps(list(looks.items())), "utf-8")


if __name__ == "__main__":
    look_at(sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else main()
