"""Streamlit helpers shared by the pages: guard, menu, tables, charts. No rule, no arithmetic."""
