"""The exception tree: for our own bugs and broken machines. Errors about the user's data are `Finding`s."""

from __future__ import annotations


class LkjipError(Exception):
    """Base of all. Its text is Indonesian and may be shown to the user."""


class RuleError(LkjipError):
    """A rule file is wrong: names file, key, what was found and what to write."""


class RefusedError(LkjipError):
    """The deed is not allowed or not possible in this state; the text says why and what to do."""


class StaleError(RefusedError):
    """Somebody else changed the record meanwhile; the text names when."""


class ForbiddenError(RefusedError):
    """The role does not allow this; the text says who may."""


class SessionEndedError(RefusedError):
    """The login session has ended; the text says why."""


class AlreadyDoneError(RefusedError):
    """The form was used before; nothing was stored a second time."""


class StoreError(LkjipError):
    """The database cannot be used (locked, full, damaged, of another version)."""


class ReaderError(LkjipError):
    """The reading process could not be started or broke in a way that is not the file's fault."""
