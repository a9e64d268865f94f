"""Letting go of uploaded bytes: Streamlit keeps every upload in memory until its session ends."""

from __future__ import annotations

from streamlit.runtime.scriptrunner import get_script_run_ctx


def forget_upload(unggahan: object) -> None:
    """Drop the uploader's own copies of a file that has been taken over: in its store, and in the session's state."""
    context = get_script_run_ctx(suppress_warning=True)
    file_id = getattr(unggahan, "file_id", None)
    remove = getattr(context.uploaded_file_mgr, "remove_file", None) if context is not None else None
    if context is not None and file_id is not None and remove is not None:
        remove(session_id=context.session_id, file_id=file_id)
        close = getattr(unggahan, "close", None)
        if close is not None:
            close()
