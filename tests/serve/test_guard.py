"""Who may ask the page what."""

import asyncio

import pytest

from cite.serve import guard
from cite.serve.app import Pages
from cite.serve.guard import Rules
from tests.serve.conftest import HERE, Browser


@pytest.mark.parametrize(
    "host", ["evil.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8765", ""]
)
def test_a_name_that_was_bent_to_this_machine_is_refused(browser, host):
    assert browser.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": HERE, "sec-fetch-site": "cross-site"},
        {"origin": HERE, "sec-fetch-site": "same-site"},
    ],
)
def test_a_write_from_a_foreign_page_is_refused(browser, headers):
    assert browser.post("/articles", {"text": "http://a.example/"}, headers).status_code == 403


@pytest.mark.parametrize("token", ["", "0" * 64, "ü"])
def test_a_write_without_the_token_of_its_session_is_refused(browser, token, desk):
    response = browser.post("/articles", {"text": "http://a.example/", "token": token})
    assert response.status_code == 403
    assert desk.project.articles() == []


def test_the_token_of_another_session_does_not_serve(browser, desk):
    hosts = frozenset({"127.0.0.1:8765"})
    other = Browser(Pages(desk).application(Rules(hosts, desk.project.secret())))
    stolen = {"text": "http://a.example/", "token": other.token()}
    assert browser.post("/articles", stolen).status_code == 403


@pytest.mark.parametrize("does", ["look", "stop", "decide", "undo", "correct", "send", "package"])
def test_every_write_asks_for_the_token(browser, text, does):
    path = browser.article(text)
    assert browser.post(f"{path}/{does}", {"token": "x"}).status_code == 403
    assert browser.get(f"{path}/{does}").status_code == 405


def test_what_is_larger_than_any_article_is_refused(browser, monkeypatch):
    monkeypatch.setattr(guard, "MAX_BODY", 10_000)
    assert browser.upload("a.md", b"x" * 20_000).status_code == 413


def test_a_body_without_an_end_is_cut_off(desk, monkeypatch):
    monkeypatch.setattr(guard, "MAX_BODY", 10_000)
    application = Pages(desk).application(Rules(frozenset({"127.0.0.1:8765"}), b"secret"))
    kind = b"multipart/form-data; boundary=x"
    headers = [(b"host", b"127.0.0.1:8765"), (b"content-type", kind)]
    scope = {
        "type": "http", "method": "POST", "path": "/articles", "raw_path": b"/articles", "query_string": b"",
        "headers": headers, "http_version": "1.1", "scheme": "http", "server": None, "client": None, "root_path": "",
    }  # fmt: skip
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"--x\r\n" + b"x" * 1000, "more_body": True}

    async def send(message):
        sent.append(message)

    asyncio.run(application(scope, receive, send))
    assert sent[0]["status"] in (400, 413)


def test_browsers_are_told_to_refuse_scripts_frames_and_strangers(browser, text):
    for path in ("/", browser.article(text), "/nowhere", "/static/page.css"):
        headers = browser.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_a_page_has_no_script_or_style_of_its_own_and_asks_nobody_else(browser, text):
    page = browser.page(browser.article(text))
    assert "<style" not in page and " style=" not in page and " onclick" not in page
    assert page.count("<script") == page.count('<script src="/static/')


def test_a_token_is_asked_for_where_others_can_reach_the_page(desk):
    rules = Rules(frozenset(), desk.project.secret(), "open sesame")
    visitor = Browser(Pages(desk).application(rules)).client
    assert visitor.get("/", headers={"host": "desk.example:80"}).status_code == 401
    assert visitor.get("/static/page.css").status_code == 200
    headers = {"origin": HERE}
    wrong = visitor.post("/enter", data={"entry": "sesame"}, headers=headers)
    assert (wrong.status_code, "That is not it" in wrong.text) == (401, True)
    come = visitor.post("/enter", data={"entry": "open sesame"}, headers=headers)
    assert come.status_code == 200
    assert "Articles here" in visitor.get("/").text
    assert "sesame" not in str(come.headers)


def test_cookies_are_for_this_site_alone(browser):
    cookie = browser.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
