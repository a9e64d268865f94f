"""What stands around Streamlit's ASGI application: wall, gate, login and start pages, downloads, headers, warm-up."""
