"""The figures of a crowd: who was lost, late and overtaken."""

from benchmarks.crowd.turns import Turn, Way, late, lines, lost, most_overtaken, percentile


def question(began: float, answered: float | None, *, acknowledged: float | None = None) -> Turn:
    return Turn(way=Way.COMMAND, began=began, answered=answered, acknowledged=acknowledged or began)


def test_the_unluckiest_question_is_found() -> None:
    served_in_order = [question(0, 1), question(1, 2), question(2, 3)]
    assert most_overtaken(served_in_order) == 0
    assert most_overtaken([*served_in_order, question(0.5, 9)]) == 2
    assert most_overtaken([question(2, 3), question(1, None), question(0, 1)]) == 1
    assert most_overtaken([question(0, 9), Turn(way=Way.BUTTON, began=1, answered=2)]) == 0
    assert most_overtaken([]) == 0


def test_late_is_what_discord_calls_so_and_lost_what_never_came() -> None:
    tardy = question(0, 9, acknowledged=3.1)
    untold = Turn(way=Way.BUTTON, began=0, answered=1)
    gone = question(0, None)
    mention = Turn(way=Way.MENTION, began=0, answered=8)
    assert late([question(0, 9, acknowledged=2.9), tardy, untold, gone, mention]) == [tardy, untold]
    assert lost([tardy, gone]) == [gone]


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(number) for number in range(20, 0, -1)]
    assert [percentile(values, share) for share in (0.5, 0.95, 1.0)] == [10.0, 19.0, 20.0]
    assert percentile([7.0], 0.5) == 7.0
    assert percentile([], 0.5) == 0.0


def test_the_table_has_a_row_for_each_way() -> None:
    table = lines([question(0, 2), question(0, 4), Turn(way=Way.MENTION, began=0, answered=None)])
    assert "| /ask | 2 | 2.00 | 4.00 | 4.00 | 0.00 |" in table
    assert "| mention | 0 | 0.00 | 0.00 | 0.00 | – |" in table
    assert table[-1] == "1 lost, 0 acknowledged late; no question was overtaken by more than 0 later ones"
