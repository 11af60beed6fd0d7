"""One reader for text tables and one for workbooks, used wherever a file of figures or codes is taken in.

    from data.readers.text_table import Layout, read_text_table

    table = read_text_table(path, Layout(("year", "item", "value"), passed_over=("item_name",)))
    numbers = table.numbers("value")            # learns the form of the column: 12,345 or 12.345, 40%, 1 040
    for row in table.rows:
        number = numbers.read(row["value"])     # .value, .status (A, P, E), .problem (missing, withheld, ambiguous ...)
        year = read_year(row["year"])           # .value, .status; None when it is no year

    from data.readers.workbook import read_sheet, read_workbook

    sheets = read_workbook(path, read=("Лист1",), passed_over=("Метаданные",))
    sheets["Лист1"].rows[0].text(0)             # cells are numbers or text; NumberColumn takes both

Every heading and every sheet is read, named as passed over, or refused; so are rows that do not fit. A refusal is an
`InputRefusedError` (`data.readers.refusal`): `file, line, column: problem; what to do`. The readers know nothing of
sources, series or the store.
"""
