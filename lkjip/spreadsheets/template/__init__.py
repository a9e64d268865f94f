"""Section workbooks: one schema for the writer, the reader and what marks a returned one."""
