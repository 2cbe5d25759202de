package org.heralddata.formats.votable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.SourceTable;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.ecsv.EcsvTableBuilder;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.TableSink;

/** The one table of an ECSV file, through STIL's parser. */
record EcsvTable(SourceTable source, SequencedMap<String, String> metadata) {

    /** Reads the header. */
    static EcsvTable of(SourceText text) throws IOException {
        List<EcsvTable> found = new ArrayList<>();
        parse(text, new TableSink() {
            @Override
            public void acceptMetadata(StarTable meta) {
                found.add(described(meta));
                throw new RowPump.Cancelled();
            }

            @Override
            public void acceptRow(@Nullable Object[] cells) {}

            @Override
            public void endRows() {}
        });
        if (found.isEmpty() || found.getFirst().source().columns().isEmpty()) {
            throw new Refusal(Diagnostic.error(
                    VotableCode.BROKEN_ECSV, "the ECSV file has no header that declares columns", text.at(1, 1)));
        }
        return found.getFirst();
    }

    void read(SourceText text, RowPump.Rows rows) throws IOException {
        boolean cancelled = parse(text, new TableSink() {
            @Override
            public void acceptMetadata(StarTable meta) {}

            @Override
            public void acceptRow(@Nullable Object[] cells) {
                rows.add(cells);
            }

            @Override
            public void endRows() {}
        });
        if (cancelled) {
            throw new RowPump.Cancelled();
        }
    }

    /** True if the sink had enough. */
    private static boolean parse(SourceText text, TableSink sink) throws IOException {
        VotableRows.silenceStil();
        try (InputStream in = new SingleBlanks(text.open())) {
            new EcsvTableBuilder().streamStarTable(in, sink, null);
            return false;
        } catch (RowPump.Cancelled enough) {
            return true;
        } catch (Refusal told) {
            throw told;
        } catch (IOException | RuntimeException broken) {
            throw new Refusal(
                    Diagnostic.error(
                            VotableCode.BROKEN_ECSV,
                            "the ECSV file cannot be read: " + SafeXml.message(broken),
                            text.at(0, 0)),
                    broken);
        }
    }

    private static EcsvTable described(StarTable meta) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int c = 0; c < meta.getColumnCount(); c++) {
            ColumnInfo info = meta.getColumnInfo(c);
            String wanted = info.getName() == null || info.getName().isEmpty() ? "col" + (c + 1) : info.getName();
            String name = wanted;
            for (int i = 2; !names.add(name); i++) {
                name = wanted + "_" + i;
            }
            columns.add(new Column(
                    name,
                    type(info.getContentClass()),
                    shape(info),
                    emptyToNull(info.getUnitString()),
                    emptyToNull(info.getUCD()),
                    emptyToNull(info.getDescription())));
        }
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        for (Object parameter : meta.getParameters()) {
            if (parameter instanceof DescribedValue value && value.getValue() != null) {
                metadata.put(value.getInfo().getName(), value.getValueAsString(1 << 16));
            }
        }
        return new EcsvTable(new SourceTable("ecsv", OptionalLong.empty(), columns, new LinkedHashMap<>()), metadata);
    }

    private static ColumnType type(Class<?> content) {
        Class<?> element = content.isArray() ? content.getComponentType() : content;
        return switch (element.getSimpleName()) {
            case "Boolean", "boolean" -> ColumnType.BOOL;
            case "Byte", "byte" -> ColumnType.INT8;
            case "Short", "short" -> ColumnType.INT16;
            case "Integer", "int" -> ColumnType.INT32;
            case "Long", "long" -> ColumnType.INT64;
            case "Float", "float" -> ColumnType.FLOAT32;
            case "Double", "double" -> ColumnType.FLOAT64;
            default -> ColumnType.STRING;
        };
    }

    /** STIL has the fastest index first and the varying one last. */
    private static Shape shape(ColumnInfo info) {
        if (!info.getContentClass().isArray()) {
            return Shape.SCALAR;
        }
        List<Integer> sizes = new ArrayList<>();
        for (int size : info.getShape()) {
            sizes.addFirst(size < 0 ? Shape.VARIES : size);
        }
        return sizes.stream().skip(1).anyMatch(s -> s < 0) ? Shape.LIST : new Shape(sizes);
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
