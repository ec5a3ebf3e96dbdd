"""Says what of a folder is against RO-Crate's REQUIRED, a line each. Run where `roc-validator` is installed.

Nothing is fetched: the one context that a crate names is given by the second argument, the file that rocrate ships.
"""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

from rocrate_validator import services
from rocrate_validator.utils.http import HttpRequester

folder, context = sys.argv[1:]
text = Path(context).read_text("utf-8")


def shipped(_requester, url, **_more):
    assert json.loads(text)["@id"] == url, url
    headers = {"Content-Type": "application/ld+json"}
    return SimpleNamespace(
        status_code=200, headers=headers, text=text, content=text.encode(), json=lambda: json.loads(text)
    )  # fmt: skip


HttpRequester.get = shipped
result = services.validate({"rocrate_uri": folder, "requirement_severity": "REQUIRED"})
for issue in result.get_issues():
    print(issue.check.identifier, issue.message)
assert result.executed_checks, "nothing was checked"
