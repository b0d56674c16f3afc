"""What the tests of questions share."""

import pytest
from asking import Ask, Rows, holding

from verbale.questions import answer
from verbale.questions.binding import Value


@pytest.fixture
def ask() -> Ask:
    """Asks the store that holds the named data: ``ask("meetings", "who-met-whom", "who whom", actor="Ada Lind")``."""

    def rows(data: str, question: str, columns: str, **values: Value) -> Rows:
        found = answer(holding(*data.split()), question, values)
        wanted = [found.columns.index(column) for column in columns.split()]
        return [tuple(row[i] for i in wanted) for row in found.rows]

    return rows
