package org.heralddata.formats.eventio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.Layouts;
import org.heralddata.spi.rows.RowBuilder;
import org.jspecify.annotations.Nullable;

/** Runs or showers of CORSIKA: a block of words at their beginning and one at their end. */
final class WordTable implements ObjectTable {
    static final int RUN = 1200;
    static final int RUN_END = 1210;
    static final int EVENT = 1202;
    static final int EVENT_END = 1209;

    private static final int WORDS = 273;
    private static final Map<String, List<Layouts.Field>> LAYOUTS = Layouts.of(WordTable.class, "words.txt");

    private final String name;
    private final int begin;
    private final int end;
    private final List<Layouts.Field> layout;
    private final List<WordField> words;
    private @Nullable Block head;

    WordTable(String name, int begin, int end) {
        this.name = name;
        this.begin = begin;
        this.end = end;
        this.layout = Objects.requireNonNull(LAYOUTS.get(name));
        this.words = WordField.of(layout);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Column> columns() {
        return Layouts.columns(layout);
    }

    @Override
    public boolean isOf(Header header) {
        return header.type() == begin || header.type() == end;
    }

    @Override
    public boolean add(Header header, Around around, ObjectWalk walk, RowBuilder rows) throws IOException {
        Block block = block(header, walk);
        Block open = head;
        if (header.type() == begin) {
            if (open != null) {
                put(open, null, rows);
            }
            head = block;
        } else if (open != null) {
            put(open, block, rows);
            head = null;
        }
        return false;
    }

    /** A run or shower that was not ended has no values of its end. */
    @Override
    public void end(RowBuilder rows) {
        if (head != null) {
            put(head, null, rows);
            head = null;
        }
    }

    /** The words of a block, which may leave out the last: they are 0. */
    static Block block(Header header, ObjectWalk walk) throws IOException {
        Payload payload = walk.content(header);
        int count = payload.checkCount(payload.i4(), 4);
        if (count > WORDS) {
            throw payload.broken("it has %d words instead of %d".formatted(count, WORDS));
        }
        ByteBuffer bytes = ByteBuffer.allocate(4 * WORDS).order(header.order());
        for (int i = 0; i < count; i++) {
            bytes.putInt(4 * i, payload.i4());
        }
        return new Block(bytes, header.offset());
    }

    private void put(Block begun, @Nullable Block ended, RowBuilder rows) {
        for (int column = 0; column < words.size(); column++) {
            words.get(column).put(rows, column, begun, ended);
        }
        rows.endRow();
    }
}
