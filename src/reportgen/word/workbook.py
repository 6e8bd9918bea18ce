"""The workbook inside a chart: what opens when someone edits its data in Word."""

import io
from datetime import datetime

from reportgen.model.document import ChartData


def number_format(words: str) -> str:
    """The format that prints a figure as ``words`` do: as many decimals, a true minus."""
    decimals = len(words.partition(".")[2]) if words[-1:].isdigit() else 0
    plain = "0" + ("." + "0" * decimals if decimals else "")
    return f"{plain};\N{MINUS SIGN}{plain}"


def chart_workbook(data: ChartData, date: datetime) -> bytes:
    """Categories in column A from row 2, a series in each further column; text stays text whatever it looks like."""
    import xlsxwriter  # only a draft with charts pays for it

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"created": date})
    sheet = book.add_worksheet("Sheet1")
    formats = {}
    for row, category in enumerate(data.categories, 1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(data.series, 1):
        sheet.write_string(0, column, series.name)
        for row, (value, words) in enumerate(zip(series.values, series.words, strict=True), 1):
            if value is None:
                continue
            code = number_format(words)
            if code not in formats:
                formats[code] = book.add_format({"num_format": code})
            sheet.write_number(row, column, value, formats[code])
    sheet.set_column(0, 0, 24)
    book.close()
    return buffer.getvalue()
