"""The steps of the schema, run by the program itself when it opens a database."""
