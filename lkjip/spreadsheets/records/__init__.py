"""From tables to records with cell addresses, questions and control totals."""
