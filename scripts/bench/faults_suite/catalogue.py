"""Every fault there is."""
from . import attachments, connections, controls, encodings, impostors, redirects, statuses, transfers

GROUPS = {
    "Transfer": transfers.FAULTS,
    "Status, waiting, robots.txt": statuses.FAULTS,
    "Redirects": redirects.FAULTS,
    "Pages that are not the law, and the same law in another page": impostors.FAULTS,
    "Characters": encodings.FAULTS,
    "Attachments": attachments.FAULTS,
    "Names, connections, certificates": connections.FAULTS,
    "The law changes": controls.FAULTS,
}
ALL = [fault for group in GROUPS.values() for fault in group]


def numbered(only=()):
    """(number, fault) of those that are wanted, all without names; a name may be the beginning of one with `*`."""
    chosen = [(number, fault) for number, fault in enumerate(ALL) if not only or any(
        fault.name == name or name.endswith("*") and fault.name.startswith(name[:-1]) for name in only)]
    unknown = [name for name in only if not any(
        fault.name == name or name.endswith("*") and fault.name.startswith(name[:-1]) for _, fault in chosen)]
    if unknown:
        raise LookupError(f"no fault is called {', '.join(unknown)}; `--list` shows all")
    return chosen
