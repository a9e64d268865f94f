"""The rules as dated data, and the strict reader of that data."""

from lkjip.rules.load import load_aturan

__all__ = ["load_aturan"]
