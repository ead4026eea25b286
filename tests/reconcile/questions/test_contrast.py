"""Words before and behind figures that hold them against others."""

import pytest

from hearsay.reconcile.questions.contrast import changes, contrasts, is_among, is_gapped, repeats, sort_of


@pytest.mark.parametrize(
    "before",
    [
        "more than the ",
        "instead of the ",
        "The union put the number at ",
        "Police made it ",
        "The company stood by ",
        "The ministry had reported ",
        "a higher toll of ",
        "She cut that to ",
        "raised its estimate to ",
        "The toll has risen to ",
        "down from ",
    ],
)
def test_contrasts(before: str) -> None:
    assert contrasts(before, len(before), end=len(before))


@pytest.mark.parametrize(
    "before",
    [
        "The blast killed ",
        "The firm employs ",
        "That brought the toll of both blasts to ",
        "and that the ferry sank with ",
    ],
)
def test_no_contrast(before: str) -> None:
    assert not contrasts(before, len(before), end=len(before))


@pytest.mark.parametrize(
    ("before", "is_change", "is_repeat"),
    [
        ("The minister lifted that to ", True, False),
        ("The minister brought its forecast down to ", True, False),
        ("However, the true number is ", False, True),
        ("He put it on Monday at ", False, True),
        ("The storm killed ", False, False),
    ],
)
def test_changed_and_repeated(before: str, *, is_change: bool, is_repeat: bool) -> None:
    assert (changes(before, len(before)), repeats(before, len(before))) == (is_change, is_repeat)


@pytest.mark.parametrize(
    ("between", "behind", "expected"),
    [
        (", including ", " children", True),
        (", among them ", " nurses", True),
        (" have died, ", " of them Americans", True),
        (" and injured ", " others", False),
        (", including 12 soldiers, and injured ", ".", False),
    ],
)
def test_parts(between: str, behind: str, *, expected: bool) -> None:
    assert is_among(between, behind) is expected


def test_the_sort_of_a_part() -> None:
    assert sort_of(" of them Americans, were hurt") == "Americans"
    assert sort_of(" of them were hurt") == ""
    assert sort_of(" people") == ""


@pytest.mark.parametrize(
    ("between", "behind", "expected"),
    [
        (" in Kenya and ", " in Tanzania", True),
        (" in the capital, ", " in the north", True),
        (" in Kenya and injured ", " in Tanzania", False),
        (" in Kenya and ", " were hurt", False),
    ],
)
def test_what_is_left_out(between: str, behind: str, *, expected: bool) -> None:
    assert is_gapped(between, behind) is expected


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("The guild says that ", " are."),
        ("The union says there are ", "."),
        ("He put the number of late openings at “", "”."),
        ("Its owner spoke of losses of ", "."),
        ("The chamber put their losses at ", "."),
    ],
)
def test_contrasts_by_ellipsis_and_quotes(before: str, behind: str) -> None:
    assert contrasts(f"{before}300{behind}", len(before), end=len(before) + 3)
