# The same as calendars.mjs, with the libraries of Python: icalendar and
# recurring-ical-events, which stands on dateutil.
import json
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def clock(value):
    if isinstance(value, datetime):
        return value.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M")
    return value.isoformat()


def line(event):
    begin = clock(event["DTSTART"].dt)
    end = clock(event["DTEND"].dt) if "DTEND" in event else begin
    status = "CANCELLED" if event.get("STATUS") == "CANCELLED" else "on"
    return " | ".join([begin, end, status, str(event["SUMMARY"]), str(event["LOCATION"])])


folder = sys.argv[1]
with open(f"{folder}/expected.json", encoding="utf-8") as file:
    expected = json.load(file)
first, last = expected["first"], expected["last"]
compared = wrong = 0
for name, lines in expected["files"].items():
    with open(f"{folder}/{name}", "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    events = recurring_ical_events.of(calendar).between(date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1))
    got = Counter(text for text in map(line, events) if first <= text[:10] <= last)
    want = Counter(lines)
    compared += len(lines)
    missing, extra = list((want - got).elements()), list((got - want).elements())
    wrong += len(missing) + len(extra)
    if missing or extra:
        print(f"{name}: Python misses {len(missing)} and adds {len(extra)}", *missing[:3], *extra[:3], sep="\n  ")
print(f"{len(expected['files'])} calendars, {compared} dates compared, {wrong} wrong")
sys.exit(1 if wrong or not compared else 0)
