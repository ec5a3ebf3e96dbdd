"""Compact JSON, as answers are kept in it."""

import json

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

dumps = _ENCODER.encode
loads = json.loads
