"""What is read off a page's markup."""

import pytest

from cite.formats.html import read_html

LOGO = "<header><a href=/><img src=/emblem.png></a></header>"


@pytest.mark.parametrize(
    ("source", "pictures"),
    [
        (f"{LOGO}<p>Text</p>", 0),
        (f"{LOGO}<main><img src=/plate4.jpg></main>", 1),
        ("<img class=site-logo src=/x.png><svg></svg>", 1),
        ("<footer><img src=/sponsor.png></footer><video src=a.mp4></video>", 1),
    ],
)
def test_pictures_of_the_sites_frame_are_none_of_the_works(source, pictures):
    assert read_html(source).media == pictures
