"""The running server without a browser: what it gives, to whom, and what it refuses."""
