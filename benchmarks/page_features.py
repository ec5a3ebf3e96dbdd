"""Milliseconds for the features of a page of 48 kB; the peer is BeautifulSoup over lxml, title and text only."""

import time

from benchmarks.page import page
from benchmarks.running import RUNS, verdict

PAGES = 100


def least(read, pages):
    """CPU milliseconds for each page."""
    best = float("inf")
    for _ in range(RUNS):
        started = time.process_time()
        for body in pages:
            read(body)
        best = min(best, (time.process_time() - started) / len(pages) * 1000)
    return best


def main():
    from bs4 import BeautifulSoup

    from cite.formats.html import read_html
    from cite.formats.html_encoding import decode_html

    def soup(body):
        tree = BeautifulSoup(body, "lxml")
        return tree.title.get_text(), tree.get_text(" ")

    pages = [page(number) for number in range(PAGES)]
    ours = least(lambda body: read_html(decode_html(body, "text/html")), pages)
    theirs = least(soup, pages[:20])
    print(f"cite {ours:.2f} ms, BeautifulSoup {theirs:.2f} ms a page of {len(pages[0]) // 1000} kB")
    verdict("milliseconds a page", ours, "<= 2")


if __name__ == "__main__":
    main()
