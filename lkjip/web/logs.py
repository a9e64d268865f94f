"""No session id in any log: whoever reads the server's window must not get what stands in upload addresses."""

from __future__ import annotations

import logging
import re
from typing import Any

_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
HIDDEN = "<sesi>"


def hide_session_ids() -> None:
    """From now on every log record of this process, ours or a library's, is written without such ids."""
    make = logging.getLogRecordFactory()
    if getattr(make, "hides_session_ids", False):
        return

    def make_hidden(*args: Any, **kwargs: Any) -> logging.LogRecord:
        return without_ids(make(*args, **kwargs))

    make_hidden.hides_session_ids = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(make_hidden)


def without_ids(record: logging.LogRecord) -> logging.LogRecord:
    """The record with every id replaced; a record whose arguments do not fit is left to its handler."""
    try:
        text = record.getMessage()
    except (TypeError, ValueError, KeyError):
        return record
    if _ID.search(text):
        record.msg, record.args = _ID.sub(HIDDEN, text), ()
    return record
