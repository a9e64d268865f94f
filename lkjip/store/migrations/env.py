"""Called by Alembic: runs the steps on the connection that `run.py` hands over."""

from alembic import context

from lkjip.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_server_default=False,
)
context.run_migrations()
