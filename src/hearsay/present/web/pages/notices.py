"""What has just been done, told above the page that one comes back to."""

from hearsay.errors import UsageError
from hearsay.present.clean import one_line
from hearsay.present.corrections import told
from hearsay.present.web.pages.context import Done
from hearsay.present.web.state import Desk


def done_of(desk: Desk, id: str) -> Done | None:
    """The correction that was just made, where the address names one; it is only told, never carried out."""
    if not id:
        return None
    try:
        made = desk.view.history(id)
    except UsageError:
        return None
    first = next((one for one in made if one.id == id), None)
    return Done(first.id, one_line(told(first))) if first else None
