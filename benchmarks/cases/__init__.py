"""All cases, in the order of the table."""

from benchmarks.cases import background, export, follow_up_list, intake, paper, save, search, start
from benchmarks.plan import Case

CASES: tuple[Case, ...] = (
    start.CASE,
    background.CASE,
    follow_up_list.CASE,
    search.CASE,
    save.CASE,
    paper.CASE,
    export.CASE,
    intake.CASE,
)
