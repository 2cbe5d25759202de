package org.heralddata.formats.eventio;

import java.io.IOException;
import java.util.SequencedMap;

/** What objects at the beginning of a file say of it as a whole. */
final class Facts {
    private static final int MOST = 200;
    private static final int ALL_TELESCOPES = -1;

    private Facts() {}

    static void add(Header header, ObjectWalk walk, SequencedMap<String, String> facts) throws IOException {
        if (facts.size() > MOST || header.length() > ObjectWalk.LARGEST) {
            return;
        }
        switch (header.type()) {
            case WordTable.RUN -> {
                Block run = WordTable.block(header, walk);
                facts.putIfAbsent("run_number", Long.toString((long) run.word(2)));
                String date = WordField.date(run.word(3));
                if (date != null) {
                    facts.putIfAbsent("date", date);
                }
                facts.putIfAbsent("corsika_version", Float.toString(run.word(4)));
            }
            case 2000 -> facts.putIfAbsent("run_number", Integer.toString(header.id()));
            case 71 -> {
                Payload in = walk.content(header);
                in.i4(); // when
                facts.putIfAbsent("command_line", in.text(in.i2()));
            }
            case 75 -> {
                if (header.id() == ALL_TELESCOPES && header.version() == 0) {
                    Payload in = walk.content(header);
                    for (int left = in.checkCount(in.unsigned(), 2); left > 0; left--) {
                        String name = in.text(in.unsigned());
                        String value = in.text(in.unsigned());
                        if (facts.size() <= MOST && !name.isEmpty()) {
                            facts.putIfAbsent(name, value);
                        }
                    }
                }
            }
            default -> {}
        }
    }
}
