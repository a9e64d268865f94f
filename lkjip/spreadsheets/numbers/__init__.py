"""From what is written in a cell to a value, or the reason why there is none."""
