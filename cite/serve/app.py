"""The application: which address does what. The one door to starlette, besides the guard before it."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from cite import pipeline
from cite.effects.inputs import MAX_INPUT
from cite.model.errors import CiteError, InputError
from cite.serve import pages
from cite.serve.desk import Desk
from cite.serve.guard import Guard, Rules, checked
from cite.serve.project import Article
from cite.serve.runs import Run
from cite.serve.shown import Shown, ShownLink

PATIENCE = 0.4
"""Seconds that a page waits for an article to be read before it says that it is."""
OFTEN = 0.25
"""Seconds between two looks at how far a run is."""
COUNTED = 4
"""Looks between two counts of all rows while a run goes on."""
SILENCE = 15.0
"""Seconds after which a line is sent that says nothing, so that nobody takes the stream for dead."""

Handler = Callable[[Request, Article], Awaitable[Response]]


class NotYet(Exception):
    """An article that is still being read."""


class Pages:
    """What each address does."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._ending = False

    def application(self, rules: Rules) -> Guard:
        """All of it, behind its guard."""
        routes = [
            Route("/", self._home),
            Route("/articles", self._take_in, methods=["POST"]),
            *self._of_article("", self._article),
            *self._of_article("/notes/{number:int}", self._evidence),
            *self._of_article("/events", self._events),
            *self._of_article("/take", self._take),
            *self._of_article("/history", self._history),
            *self._of_article("/files/{what}", self._file),
            *self._of_article("/look", self._look, "POST"),
            *self._of_article("/stop", self._stop, "POST"),
            *self._of_article("/decide", self._decide, "POST"),
            *self._of_article("/undo", self._undo, "POST"),
            *self._of_article("/correct", self._correct, "POST"),
            *self._of_article("/send", self._send, "POST"),
            *self._of_article("/package", self._package, "POST"),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
        ]
        handlers: Any = {NotYet: self._being_read, CiteError: self._refused, 404: self._nothing}
        return Guard(Starlette(routes=routes, exception_handlers=handlers), rules, self._door)

    def end(self) -> None:
        """Streams say no more, so that the server can end."""
        self._ending = True

    def _of_article(self, path: str, handler: Handler, method: str = "GET") -> list[Route]:
        async def handle(request: Request) -> Response:
            article = self._desk.project.article(request.path_params["id"])
            if article is None:
                raise HTTPException(404)
            return await handler(request, article)

        return [Route(f"/articles/{{id}}{path}", handle, methods=[method])]

    def _base(self, request: Request, message: str = "") -> pages.Base:
        said = message or request.query_params.get("said", "")[:300]
        return pages.Base(request.scope["token"], self._desk.options.demonstration, said)

    async def _held(self, article: Article, patience: float | None = None) -> Shown:
        """The article as it is known; NotYet where it is still being read after so many seconds."""
        future = asyncio.wrap_future(self._desk.opened(article))
        done, _ = await asyncio.wait([future], timeout=patience)
        if not done:
            raise NotYet
        return future.result()

    # Pages that are read.

    async def _home(self, request: Request) -> Response:
        desk = self._desk
        listed = [(one, desk.looks(one), desk.runs.of(one.id)) for one in desk.project.articles()]
        return HTMLResponse(pages.home(self._base(request), listed))

    async def _article(self, request: Request, article: Article) -> Response:
        held = await self._held(article, PATIENCE)
        # Before the rows: what changes from now on is told by the stream.
        touched, readings = self._desk.touched(article)
        seen = (len(touched), readings)
        rows = self._desk.rows(article, held)
        at = _number(request.query_params.get("at", ""), len(rows))
        show = request.query_params.get("show", "all")
        parts = pages.article(
            self._base(request),
            article,
            held,
            rows,
            at or (1 if rows else 0),
            self._desk.runs.of(article.id),
            self._desk.plan(held),
            self._desk.project.can_undo(article),
            request.query_params.get("q", "")[:200],
            show if show in pages.SHOWS else "all",
            seen,
        )
        return StreamingResponse(parts, media_type="text/html; charset=utf-8")

    async def _evidence(self, request: Request, article: Article) -> Response:
        held = await self._held(article)
        number = int(request.path_params["number"])
        return self._pane(request, article, held, number)

    def _pane(
        self, request: Request, article: Article, held: Shown, number: int, message: str = ""
    ) -> Response:
        try:
            row = self._desk.row(article, held, number)
        except IndexError:
            raise HTTPException(404) from None
        can_undo = self._desk.project.can_undo(article)
        return HTMLResponse(pages.evidence(self._base(request, message), article, row, can_undo))

    async def _take(self, request: Request, article: Article) -> Response:
        held = await self._held(article, PATIENCE)
        mended, why_not = None, ""
        try:
            if held.mendable:
                mended = await run_in_threadpool(self._desk.mended, article, held)
            else:
                why_not = "This format cannot be written back."
        except InputError as error:
            why_not = f"{error}."
        package = self._desk.project.copies(article).is_dir()
        run = self._desk.runs.of(article.id)
        return HTMLResponse(pages.take(self._base(request), article, mended, why_not, package, run))

    async def _history(self, request: Request, article: Article) -> Response:
        url = request.query_params.get("url", "")[:4000]
        looks = await run_in_threadpool(self._desk.history, url)
        return HTMLResponse(pages.history(self._base(request), article, url, looks))

    async def _file(self, request: Request, article: Article) -> Response:
        """Always to be kept as a file: nothing that sources had a hand in is shown as a page of ours."""
        what, stem = request.path_params["what"], Path(article.name).stem
        if what == "mended":
            held = await self._held(article)
            mended = await run_in_threadpool(self._desk.mended, article, held)
            name = f"{stem}-mended{Path(article.name).suffix}"
            return _download(mended.content, name, "application/octet-stream")
        if what == "package.zip":
            path = await run_in_threadpool(self._desk.packed, article)
            if path is None:
                raise HTTPException(404)
            return FileResponse(path, filename=f"{stem}-evidence.zip")
        if what in _WRITTEN:
            output, name = _WRITTEN[what]
            text = await run_in_threadpool(self._desk.written, article, output)
            return _download(text.encode("utf-8", "replace"), f"{stem}-{name}", "text/plain")
        raise HTTPException(404)

    async def _events(self, request: Request, article: Article) -> Response:
        headers = {"x-accel-buffering": "no"}
        stream = self._told(request, article)
        return StreamingResponse(stream, media_type="text/event-stream", headers=headers)

    async def _told(self, request: Request, article: Article) -> AsyncIterator[str]:
        """What changes, as it changes: how far the run is, which rows are judged, what other tabs decided."""
        touched, readings = _seen(request)
        sent, last, silent, run, counts_due = 0, "", 0.0, None, 0
        yield "retry: 1000\n\n"
        while not self._ending and not await request.is_disconnected():
            now = self._desk.runs.of(article.id)
            held = await self._held(article)
            if now is not run:
                # What a run that is over found, the page has from the report.
                run, sent = now, len(now.verdicts) if now and now.stage.over else 0
            rows_touched, times_read = self._desk.touched(article)
            numbers = set(rows_touched[touched:])
            touched = len(rows_touched)
            if run and run.kind == "look":
                verdicts = list(run.verdicts.values())
                numbers |= {
                    n for v in verdicts[sent:] for n in held.rows_of.get(v.reference.id, ())
                }
                sent = len(verdicts)
            # Counting takes all rows: while many change, not every time.
            counts_due = counts_due + 1 if numbers or counts_due else 0
            due = counts_due > COUNTED or (counts_due and (run is None or run.stage.over))
            counts = self._counts(article, held) if due else None
            counts_due = 0 if due else counts_due
            told = json.dumps(
                {
                    "run": _run_json(run),
                    "counts": counts,
                    "rows": self._row_states(article, held, numbers),
                    "anew": times_read > readings,
                    "seen": f"{touched}-{times_read}",
                }
            )
            if told != last:
                yield f"id: {touched}-{times_read}\ndata: {told}\n\n"
                last, silent = told, 0.0
            elif silent > SILENCE:
                yield ": still here\n\n"
                silent = 0.0
            await asyncio.sleep(OFTEN)
            silent += OFTEN

    def _counts(self, article: Article, held: Shown) -> dict[str, int]:
        return pages.counts_of(self._desk.rows(article, held))

    def _row_states(self, article: Article, held: Shown, numbers: set[int]) -> list[list[object]]:
        there = [number for number in sorted(numbers) if number <= len(held.notes)]
        rows = [self._desk.row(article, held, number) for number in there]
        return [
            [
                row.number,
                row.css,
                row.open,
                row.decided,
                [_state(one) for one in row.links],
            ]
            for row in rows
        ]

    # What writes.

    async def _form(self, request: Request) -> FormData:
        """A form that carries the token of its session. Raises HTTPException."""
        form = await request.form(max_files=1, max_fields=200, max_part_size=MAX_INPUT)
        if not checked(request.scope, _text(form, "token")):
            raise HTTPException(403, "The page is older than its session; load it again.")
        return form

    async def _take_in(self, request: Request) -> Response:
        form = await self._form(request)
        file, text = form.get("file"), _text(form, "text")
        if isinstance(file, UploadFile) and file.filename:
            name, content = file.filename, await file.read(MAX_INPUT + 1)
        else:
            name = f"{_text(form, 'title').strip()[:80] or 'pasted'}.md"
            content = text.replace("\r\n", "\n").encode("utf-8", "replace")
        if len(content) > MAX_INPUT:
            raise HTTPException(413)
        if not content.strip():
            return _to("/", "Give a file, or paste something.")
        try:
            article = await run_in_threadpool(self._desk.take_in, name, content)
        except InputError as error:
            return _to("/", f"{error}.")
        return _to(f"/articles/{article.id}")

    async def _look(self, request: Request, article: Article) -> Response:
        form = await self._form(request)
        self._desk.look(article, again=_text(form, "again") == "yes")
        return _to(f"/articles/{article.id}{_at(form)}")

    async def _stop(self, request: Request, article: Article) -> Response:
        form = await self._form(request)
        self._desk.runs.stop(article.id)
        return _to(f"/articles/{article.id}{_at(form)}")

    async def _decide(self, request: Request, article: Article) -> Response:
        return await self._write(request, article, self._decided)

    def _decided(self, article: Article, held: Shown, number: int, given: dict[str, str]) -> None:
        self._desk.decide(article, held, number, given.get("url", ""), given)

    async def _undo(self, request: Request, article: Article) -> Response:
        return await self._write(request, article, lambda a, held, n, given: self._undone(a, held))

    def _undone(self, article: Article, held: Shown) -> None:
        self._desk.undo(article, held)

    async def _correct(self, request: Request, article: Article) -> Response:
        return await self._write(request, article, self._desk.correct)

    async def _write(
        self,
        request: Request,
        article: Article,
        act: Callable[[Article, Shown, int, dict[str, str]], None],
    ) -> Response:
        """Do it, then show the row as it is now: its pane to the script, the whole page to a plain form."""
        form = await self._form(request)
        held = await self._held(article)
        given = {name: value for name, value in form.items() if isinstance(value, str)}
        number = _number(given.get("at", ""), len(held.notes)) or 1
        said = ""
        try:
            await run_in_threadpool(act, article, held, number, given)
        except CiteError as error:
            said = f"{str(error)[:1].upper()}{str(error)[1:]}."
        if request.headers.get("x-cite") == "pane":
            held = await self._held(article)
            return self._pane(request, article, held, min(number, len(held.notes)), said)
        return _to(f"/articles/{article.id}?at={number}", said)

    async def _send(self, request: Request, article: Article) -> Response:
        form = await self._form(request)
        self._desk.send(article, _text(form, "url"))
        return _to(f"/articles/{article.id}{_at(form)}")

    async def _package(self, request: Request, article: Article) -> Response:
        await self._form(request)
        self._desk.package(article)
        return _to(f"/articles/{article.id}/take")

    # What else there is to say.

    def _door(self, request: Request) -> Response:
        wrong = request.method == "POST"
        base = pages.Base(request.scope["token"])
        return HTMLResponse(pages.door(base, wrong), 401)

    async def _being_read(self, request: Request, _: Exception) -> Response:
        text = "The article is being read, and judged by what is known already."
        page = pages.plain(self._base(request), "Reading …", text, again=1)
        return HTMLResponse(page)

    async def _refused(self, request: Request, error: Exception) -> Response:
        said = f"{str(error)[:1].upper()}{str(error)[1:]}."
        return HTMLResponse(pages.plain(self._base(request), "That cannot be done", said), 400)

    async def _nothing(self, request: Request, _: Exception) -> Response:
        text = "There is no such page."
        return HTMLResponse(pages.plain(self._base(request), "Nothing here", text), 404)


_WRITTEN = {
    "refs.bib": ("bibtex", "refs.bib"),
    "report.html": ("html", "report.html"),
    "report.md": ("markdown", "report.md"),
    "report.json": ("json", "report.json"),
    "report.csv": ("csv", "report.csv"),
}
"""Reports to take away: the output that writes each, and how its file is called."""
assert {output for output, _ in _WRITTEN.values()} <= pipeline.OUTPUTS.keys()


def _state(link: ShownLink) -> list[str]:
    return [link.css, "not judged" if link.css == "none" else link.verdict.state.value]


def _run_json(run: Run | None) -> dict[str, object] | None:
    if run is None:
        return None
    left = run.left
    return {
        "kind": run.kind,
        "stage": run.stage.value,
        "done": run.done,
        "total": run.total,
        "rate": round(run.rate, 1),
        "left": pages.duration(left) if left is not None else "",
        "said": run.said,
    }


def _seen(request: Request) -> tuple[int, int]:
    """What a page knows already: it says so, and so does a browser that comes back."""
    text = request.headers.get("last-event-id") or request.query_params.get("seen", "")
    touched, _, readings = text.partition("-")
    return (int(touched), int(readings)) if touched.isdecimal() and readings.isdecimal() else (0, 0)


def _number(text: str, most: int) -> int:
    """A number of a row; 0 for what is none."""
    return int(text) if text.isdecimal() and len(text) < 8 and 1 <= int(text) <= most else 0


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _at(form: FormData) -> str:
    at = _text(form, "at")
    return f"?at={at}" if at.isdecimal() else ""


def _to(path: str, said: str = "") -> Response:
    mark = "&" if "?" in path else "?"
    return RedirectResponse(f"{path}{mark}{urlencode({'said': said})}" if said else path, 303)


def _download(content: bytes, name: str, kind: str) -> Response:
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=kind, headers=headers)
