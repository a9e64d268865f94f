"""Called by Alembic: runs the steps on the connection that `run.py` hands over."""

from alembic import context

import lkjip.store.tables  # noqa: F401 (fills the collection)
from lkjip.store.metadata import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_server_default=False,
)
context.run_migrations()
