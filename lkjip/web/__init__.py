"""What stands around Streamlit's ASGI application: local-only gate, headers, own assets, warm-up."""
