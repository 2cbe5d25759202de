"""Writes the summary slice of a ROOT file as the data acquisition would send it: arguments are ROOT file and output."""
import struct, sys
import uproot

FIELDS = [('module', '>i4'), ('daq', '>u4'), ('status', '>u4'), ('fifo', '>u4'), ('s3', '>u4'), ('s4', '>u4')] + [(f'ch{i}', 'u1') for i in range(31)]
tree = uproot.open(sys.argv[1])['KM3NET_SUMMARYSLICE/KM3NET_SUMMARYSLICE']
numbers = uproot.interpretation.numerical.AsDtype(FIELDS)
frames = tree['vector<KM3NETDAQ::JDAQSummaryFrame>'].array(uproot.interpretation.jagged.AsJagged(numbers, header_bytes=10), library='np')[0]
body = b''.join(struct.pack('<iIIIII31B', *(int(frame[name]) for name, _ in FIELDS)) for frame in frames)
with open(sys.argv[2], 'wb') as out:
    out.write(struct.pack('<iihiiiiii', 34 + len(body), 2001, 6, 49, 8456, 167941, 0, 0, len(frames)) + body)
