"""Streamlit helpers shared by the pages: guard, navigation, tables, charts, formats. No rule and no arithmetic of the field."""
