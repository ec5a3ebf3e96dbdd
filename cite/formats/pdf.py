"""Title and first words of a PDF. The only module that knows pypdfium2."""

import re

PAGES = 2


def read_pdf(body: bytes) -> tuple[str, str]:
    """The title in its metadata and the text of its first pages; nothing where it cannot be opened."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(body)
    except Exception:  # the library's own error, or anything a hostile file provokes
        return "", ""
    try:
        title = str(document.get_metadata_dict().get("Title", ""))
        texts = []
        for index in range(min(PAGES, len(document))):
            texts.append(document[index].get_textpage().get_text_bounded()[:8000])
    except Exception:
        return "", ""
    finally:
        document.close()
    return title, re.sub(r"\s+", " ", " ".join(texts).replace("\u0002", "")).strip()
