"""What is printed and written."""
from . import catalogue, judge

INTRODUCTION = """# Faults

Printed by `scripts/bench/faults --write docs/benchmarks/faults.md`; do not edit. A server of our own (raw sockets, an address
for each fault) shows the law, then the fault, then the law again; in some places the law really changes, and that must be
found. Survived means: no false version and no lost one, the deadline of {deadline} s kept within a second, the exit code that
is documented, every source accounted for in the report, at most {memory} MB, nobody out of bounds reached, no request earlier
than asked for, and a real change found in its night with the words it made. `as expected` is stricter: the night also ended
for that source as the table says.

"""


def drawn(parts, sites, deadline, peers=None):
    """The page: sums, peers, every fault."""
    out = [INTRODUCTION.format(deadline=deadline, memory=judge.MEMORY), "| how | faults survived | as expected | real changes found | "
           "runs | longest run | most memory |\n|---|---|---|---|---|---|---|\n"]
    for title, part in parts.items():
        verdicts = [verdict for verdict in part.verdicts if isinstance(verdict, judge.Verdict)]
        if verdicts:
            faults = [v for v in verdicts if not v.site.fault.is_control]
            real = [v for v in verdicts if v.site.fault.is_control]
            out.append(f"| {title} | {count(faults, 'survived')} | {count(faults, 'right')} | {count(real, 'survived')} | {part.nights} "
                       f"| {part.seconds:.1f} s | {part.megabytes:.0f} MB |\n")
        for problem in part.problems:
            out.append(f"\n{title}: {problem}\n\n")
    for part in parts.values():
        mass = [verdict for verdict in part.verdicts if isinstance(verdict, tuple)]
        if mass:
            out.append("\n| many at once | changed | unchanged | quarantined | failed | deferred | braked | time | memory | |\n"
                       "|---|---|---|---|---|---|---|---|---|---|\n")
        for title, counts, seconds, megabytes, told in mass:
            cells = " | ".join(str(value) for value in counts.values())
            out.append(f"| {title} | {cells} | {seconds:.1f} s | {megabytes:.0f} MB | {'; '.join(told) or 'survived'} |\n")
    if peers:
        out.append(peers)
    shown = [part for part in parts.values() if part.verdicts and isinstance(part.verdicts[0], judge.Verdict)]
    by_name = [{verdict.site.name: verdict for verdict in part.verdicts} for part in shown]
    names = {site.name for site in sites}
    for group, faults in catalogue.GROUPS.items():
        if not by_name or not names & {fault.name for fault in faults}:
            continue
        out.append(f"\n## {group}\n\n| fault | what | expected | outcome | time | memory | |\n|---|---|---|---|---|---|---|\n")
        for fault in faults:
            found = [verdicts[fault.name] for verdicts in by_name if fault.name in verdicts]
            if found:
                out.append(row(fault, found))
    return "".join(out)


def row(fault, found):
    """One fault, over all ways in which it was run."""
    outcomes = " / ".join(dict.fromkeys(verdict.outcome for verdict in found))
    said = list(dict.fromkeys([p for v in found for p in v.problems] + [v.surprise for v in found if v.surprise and v.survived]))
    megabytes = max(verdict.megabytes for verdict in found)
    verdict = "; ".join(said) if said else "found" if fault.is_control else "survived"
    if said and all(v.survived for v in found):
        verdict = "survived; " + verdict
    return (f"| `{fault.name}` | {fault.what} | {', '.join(fault.expected)} | {outcomes} | {max(v.seconds for v in found):.1f} s | "
            f"{f'{megabytes:.0f} MB' if megabytes else '–'} | {verdict} |\n".replace("</", "&lt;/").replace("<br>", "&lt;br>"))


def count(verdicts, what):
    return f"{sum(getattr(verdict, what) for verdict in verdicts)}/{len(verdicts)}"
