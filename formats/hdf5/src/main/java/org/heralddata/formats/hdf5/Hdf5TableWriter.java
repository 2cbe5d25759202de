package org.heralddata.formats.hdf5;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.heralddata.formats.hdf5.write.CompoundLimits;
import org.heralddata.formats.hdf5.write.Hdf5Sink;
import org.heralddata.formats.hdf5.write.Packing;
import org.heralddata.formats.hdf5.write.TableLayout;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FlattenedColumns;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.TunableWriter;
import org.heralddata.spi.WriteOption;
import org.heralddata.spi.WriteOption.Value;
import org.heralddata.spi.WriteOptions;

/** Writes a table as a group of columns, {@code f['events/energy']} in h5py, or as one compound, {@code f['events']['energy']}. */
public final class Hdf5TableWriter implements TunableWriter {
    private static final FormatName FORMAT = new FormatName("hdf5");
    private static final WriteOption LAYOUT = new WriteOption(
            "layout",
            "How rows lie in the file",
            List.of(
                    new Value("columns", "a dataset a column"),
                    new Value("compound", "one compound dataset, a table of PyTables")),
            "columns");
    private static final WriteOption DEFLATE =
            WriteOption.number("deflate", "Level of compression: 0 is none, 1 fast, 9 small", 0, 9, 1);
    private static final WriteOption SHUFFLE = WriteOption.of(
            "shuffle", "Whether bytes are shuffled before, which makes numbers smaller", "yes", "yes", "no");
    private static final double COMPRESSED = 0.7;
    private static final int USUAL_LIST = 5;
    private static final int HEAP_ENTRY = 40;
    private static final int USUAL_TEXT = 8;

    private final TableLayout layout;
    private final Packing packing;

    /** Columns, shuffled and deflated at level 1. */
    public Hdf5TableWriter() {
        this(TableLayout.COLUMNS, new Packing(1, true));
    }

    private Hdf5TableWriter(TableLayout layout, Packing packing) {
        this.layout = layout;
        this.packing = packing;
    }

    @Override
    public List<WriteOption> options() {
        return List.of(LAYOUT, DEFLATE, SHUFFLE);
    }

    @Override
    public TableWriter with(WriteOptions choices) {
        return new Hdf5TableWriter(
                TableLayout.valueOf(choices.value(LAYOUT).toUpperCase(Locale.ROOT)),
                new Packing(choices.number(DEFLATE), choices.value(SHUFFLE).equals("yes")));
    }

    @Override
    public FormatName format() {
        return FORMAT;
    }

    @Override
    public String mediaType() {
        return "application/x-hdf5";
    }

    @Override
    public String extension() {
        return "h5";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return FlattenedColumns.of(header.columns()).columns().stream()
                .mapToDouble(this::bytes)
                .sum();
    }

    private double bytes(Column column) {
        double left = packing.deflate() == 0 ? 1 : COMPRESSED;
        double element = switch (column.type()) {
            case BOOL, INT8, UINT8 -> left;
            case INT16, UINT16 -> 2 * left;
            case INT32, UINT32, FLOAT32 -> 4 * left;
            case INT64, UINT64, FLOAT64, TIMESTAMP -> 8 * left;
            case STRING -> layout == TableLayout.COMPOUND ? USUAL_TEXT * left : HEAP_ENTRY;
            case BYTES -> HEAP_ENTRY;
        };
        double elements = element * column.shape().fixedElements();
        return column.shape().varies() ? HEAP_ENTRY + USUAL_LIST * elements : elements;
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) throws IOException {
        return FlattenedColumns.open(header, flat -> {
            if (layout == TableLayout.COMPOUND) {
                CompoundLimits.against(flat.columns()).ifPresent(Hdf5TableWriter::refuse);
            }
            return new Hdf5Sink(out, flat, layout, packing);
        });
    }

    private static void refuse(String why) {
        throw new Refusal(
                Diagnostic.error(Hdf5Code.NO_COMPOUND, why).helped("choose other columns, or `layout=columns`"));
    }
}
