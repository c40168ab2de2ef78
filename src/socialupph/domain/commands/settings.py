"""What a register knows about itself: whose it is, and the habits of the house that keeps it."""

from dataclasses import dataclass

from socialupph.domain.kinds import RegisterKind


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """The settings of a register.

    ``information`` are the municipality's own footer lines, each with the code of its paper (``SU-01``); a paper that is not
    named keeps its usual line. ``july_to_august`` moves planned follow-ups of July to the first working day of August.
    ``ahead_days`` is how far *Idag* looks, ``needs_erased_after_days`` when needs for a course day are to be erased.
    ``backed_up_at`` and the like are not here: they belong to the computer, not to the register.
    """

    municipality: str
    unit: str = ""
    kind: RegisterKind = RegisterKind.EXERCISE
    board: str = ""
    phone: str = ""
    accent: str = ""
    information: tuple[tuple[str, str], ...] = ()
    information_version: str = ""
    july_to_august: bool = False
    ahead_days: int = 14
    soon_days: int = 3
    needs_erased_after_days: int = 7
    blank_lines: int = 4
    first_meeting_months: int = 1
    first_start_months: int = 6

    def information_of(self, paper: str) -> str:
        """The municipality's own line for a paper, or nothing."""
        return dict(self.information).get(paper, "")
