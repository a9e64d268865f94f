"""From cells to tables: headers, roles of columns, logical rows, levels."""
