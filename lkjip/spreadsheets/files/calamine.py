"""Values by python-calamine, for workbooks that the better informed reader of their kind cannot open.

calamine tells no number formats (85 % is 0,85 here), no hidden lines, and shows error cells as empty: who falls back
to it must say so. Empty leading rows are kept, so that addresses stay right.
"""

from __future__ import annotations

import io

from lkjip.spreadsheets.files.draft import TEXT, Draft
from lkjip.spreadsheets.files.plain_values import plain_value


def read_with_calamine(content: bytes, draft: Draft) -> None:
    """Fill the draft with every worksheet; ValueError where calamine cannot read the file either."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for info in book.sheets_metadata:
            if info.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            target = draft.sheet(info.name, info.visible != python_calamine.SheetVisibleEnum.Visible)
            rows = book.get_sheet_by_name(info.name).to_python(skip_empty_area=False)
            for row, values in enumerate(rows, start=1):
                for column, value in enumerate(values, start=1):
                    if isinstance(value, str):
                        target.add(row, column, TEXT, value)
                    elif value is not None:
                        target.add(row, column, *plain_value(value))
    except (python_calamine.CalamineError, OSError) as error:
        raise ValueError("calamine") from error
