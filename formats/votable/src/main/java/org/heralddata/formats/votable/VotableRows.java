package org.heralddata.formats.votable;

import java.io.IOException;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.TableContentHandler;
import uk.ac.starlink.votable.TableHandler;

/** Streams the rows of one TABLE of a file through STIL's decoders. */
final class VotableRows implements RowPump.Source {

    /** Kept here, since a logger without a reference loses its level. */
    private static final Logger STIL = Logger.getLogger("uk.ac.starlink");

    static {
        STIL.setLevel(Level.OFF);
    }

    private final SourceText source;
    private final VotableTable table;

    /** STIL logs what it finds odd; Herald tells it, or not, by diagnostics. */
    static void silenceStil() {
        STIL.setLevel(Level.OFF);
    }

    VotableRows(SourceText source, VotableTable table) {
        this.source = source;
        this.table = table;
    }

    @Override
    public void run(RowPump.Rows rows) throws IOException {
        TableContentHandler decoder = new TableContentHandler(true);
        decoder.setReadHrefTables(false);
        Counter counter = new Counter(table.ordinal());
        counter.setContentHandler(new BitSpacer(new BinaryGuard(source, decoder)));
        decoder.setTableHandler(new Selected(counter, rows));
        try {
            SafeXml.parse(source, counter);
        } catch (Done complete) {
            return;
        } catch (RowPump.Cancelled | Refusal told) {
            throw told;
        } catch (RuntimeException undecodable) {
            throw new Refusal(
                    Diagnostic.error(
                            VotableCode.BROKEN_DATA,
                            "the rows of table `%s` cannot be decoded: %s"
                                    .formatted(table.source().name(), SafeXml.message(undecodable)),
                            source.at(0, 0)),
                    undecodable);
        }
    }

    /** Counts TABLE elements on their way to the decoder, and ends the parse after the one wanted. */
    private static final class Counter extends XMLFilterImpl {
        private final int wanted;
        private int ordinal = -1;

        Counter(int wanted) {
            this.wanted = wanted;
        }

        boolean isAtWanted() {
            return ordinal == wanted;
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes)
                throws SAXException {
            if (local.equalsIgnoreCase("TABLE")) {
                ordinal++;
            }
            super.startElement(uri, local, qualified, attributes);
        }

        @Override
        public void endElement(String uri, String local, String qualified) throws SAXException {
            super.endElement(uri, local, qualified);
            if (local.equalsIgnoreCase("TABLE") && ordinal == wanted) {
                throw new Done();
            }
        }
    }

    private final class Selected implements TableHandler {
        private final Counter counter;
        private final RowPump.Rows rows;

        Selected(Counter counter, RowPump.Rows rows) {
            this.counter = counter;
            this.rows = rows;
        }

        @Override
        public void startTable(StarTable meta) {
            int columns = table.source().columns().size();
            if (counter.isAtWanted() && meta.getColumnCount() != columns) {
                throw new Refusal(Diagnostic.error(
                        VotableCode.BROKEN_DATA,
                        "table `%s` has %d FIELDs, but its data have %d columns"
                                .formatted(table.source().name(), columns, meta.getColumnCount()),
                        source.at(0, 0)));
            }
        }

        @Override
        public void rowData(@Nullable Object[] cells) {
            if (counter.isAtWanted()) {
                int columns = table.source().columns().size();
                rows.add(cells.length < columns ? Arrays.copyOf(cells, columns) : cells);
            }
        }

        @Override
        public void endTable() {}
    }

    /** Ends the parse: all rows wanted were seen. */
    private static final class Done extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Done() {
            super("done", null, false, false);
        }
    }
}
