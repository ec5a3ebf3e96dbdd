"""What tests of the page share: a desk over the loopback web, and a client that a browser's rules bind."""

import re
import warnings

import pytest

pytest.importorskip("starlette", reason="needs cite[serve]")

with warnings.catch_warnings():
    warnings.simplefilter(
        "ignore"
    )  # it would rather have a successor of httpx, which nothing else here needs
    from starlette.testclient import TestClient

from cite.model.options import Options
from cite.serve.app import Pages
from cite.serve.desk import Desk
from cite.serve.guard import Rules
from cite.serve.project import Project
from tests.web.server import answer

HERE = "http://127.0.0.1:8765"
TEXT = (
    "# On harbours\n\nThe rule was kept.<sup>i</sup> Nobody wrote why.<sup>ii</sup> It is told twice.<sup>iii</sup>\n\n"
    "<sup>i</sup> Doe, A, *The Rule of the Harbour Masters*, 1999, {gone}.\n\n"
    "<sup>ii</sup> Roe, B, *Tides and Tables*, 2004, {there}.\n\n"
    "<sup>iii</sup> *Ibid.*\n"
)


class Browser:
    """A client that keeps cookies, knows the token and sends what browsers send."""

    def __init__(self, application):
        self.client = TestClient(application, base_url=HERE, raise_server_exceptions=True)

    def get(self, path, **more):
        return self.client.get(path, **more)

    def page(self, path):
        response = self.get(path)
        for _ in range(200):
            if "is being read" not in response.text:
                break
            response = self.get(path)
        assert response.status_code == 200, response.text
        return response.text

    def token(self):
        return re.search(r'name="token" value="(\w+)"', self.get("/").text)[1]

    def post(self, path, data=(), headers=None, **more):
        given = {"token": self.token(), **dict(data)}
        headers = {"origin": HERE, "sec-fetch-site": "same-origin", **(headers or {})}
        return self.client.post(path, data=given, headers=headers, follow_redirects=False, **more)

    def upload(self, name, content):
        return self.post("/articles", files={"file": (name, content)})

    def article(self, text, name="article.md"):
        response = self.upload(name, text.encode())
        assert response.status_code == 303, response.text
        return response.headers["location"]

    def looked_at(self, path):
        """The page of an article once a run over it is over."""
        self.post(f"{path}/look")
        for _ in range(2000):
            if re.search(r'class="run(?! going)', page := self.page(path)):
                return page
        raise AssertionError("the run does not end")


@pytest.fixture
def options(tmp_path):
    return Options(
        cache=tmp_path / "cache", allow_net=("127.0.0.0/8",), retries=0, interval=0, timeout=2, archives_enabled=False,
    )  # fmt: skip


@pytest.fixture
def text(loopback):
    loopback.behaviours["/gone*"] = answer("<title>Gone</title>", "410 Gone")
    loopback.behaviours["/tides*"] = answer(
        "<title>Tides and Tables</title><h1>Tides and Tables</h1><p>By B. Roe, 2004.</p>"
        + "<p>Water comes, and water goes.</p>" * 40
    )
    return TEXT.format(gone=loopback.url("/gone"), there=loopback.url("/tides"))


@pytest.fixture
def desk(tmp_path, options):
    project = Project(tmp_path)
    desk = Desk(project, options)
    with desk.runs.working():
        yield desk
    desk.close()


@pytest.fixture
def browser(desk):
    hosts = frozenset({"127.0.0.1:8765", "localhost:8765"})
    return Browser(Pages(desk).application(Rules(hosts, desk.project.secret())))
