"""Prints every element of every StreamerInfo of a file, one a line, sorted; in memory sizes and flags aside."""
import sys

import uproot

lines = set()
for versions in uproot.open(sys.argv[1]).file.streamers.values():
    for info in versions.values():
        name, version = info.member("fName"), info.member("fClassVersion")
        lines.add("%s %d %08x" % (name, version, info.member("fCheckSum")))
        for n, element in enumerate(info.member("fElements")):
            members = {k: v for k, v in element.all_members.items() if not k.startswith("@")}
            members["fMaxIndex"] = [int(i) for i in members["fMaxIndex"]]
            kind = type(element).__name__.replace("Model_", "")
            lines.add("%s %d %s %s" % (name, n, kind, sorted((k, str(v)) for k, v in members.items())))
print("\n".join(sorted(lines)))
