"""What the user sees when a program error reaches the top: Indonesian text with a number; the details go to the log."""

from __future__ import annotations

import logging
from datetime import datetime

import streamlit as st

from lkjip.errors import LkjipError, RefusedError
from lkjip.web.incidents import incident_number

log = logging.getLogger("lkjip.insiden")


def on_script_error(error: Exception) -> bool:
    """Show the text; True tells Streamlit not to show its own. Never shows path, SQL or an English exception."""
    if isinstance(error, RefusedError):
        st.warning(str(error))
        return True
    number = incident_number(datetime.now().astimezone())
    log.error("insiden %s", number, exc_info=error)
    reason = str(error) if isinstance(error, LkjipError) else "Terjadi kesalahan di dalam program."
    st.error(
        f"**{reason}** Data yang sudah disimpan tidak berubah.\n\n"
        f"Muat ulang halaman ini dan coba sekali lagi. Bila tetap terjadi, sampaikan nomor kejadian **{number}** "
        "kepada pengelola aplikasi; rinciannya tercatat di jendela tempat aplikasi dijalankan."
    )
    return True
