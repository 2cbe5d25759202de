package org.heralddata.model.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;

/** What is known of the files of every collection, so that one question can go over several experiments. */
public enum CommonField {
    ID(
            ColumnType.STRING,
            "",
            "meta.id;meta.main",
            "Identifier of the file in addresses: a UUID made of collection and path"),
    COLLECTION(ColumnType.STRING, "", "meta.id.parent;meta.dataset", "Collection that the file belongs to"),
    PATH(ColumnType.STRING, "", "meta.ref;meta.file", "Path below the collection's data folder"),
    NAME(ColumnType.STRING, "", "meta.id;meta.file", "Name without folders"),
    FORMAT(ColumnType.STRING, "", "meta.code.mime", "Format that its content was recognised as"),
    BYTES(ColumnType.INT64, "byte", "phys.size;meta.file", "Size"),
    MODIFIED(
            ColumnType.TIMESTAMP,
            "",
            "time.creation;meta.file",
            "When the file was last written, as the file system tells"),
    SHA256(ColumnType.STRING, "", "meta.checksum;meta.file", "SHA-256 of the content, 64 hexadecimal digits"),
    STATE(
            ColumnType.STRING,
            "",
            "meta.code.status;meta.file",
            "present, broken (registered, but it cannot be read) or vanished"),
    TIME_START(ColumnType.TIMESTAMP, "", "time.start", "When what the file holds begins, UTC"),
    TIME_STOP(ColumnType.TIMESTAMP, "", "time.end", "When it ends, UTC"),
    RUN(ColumnType.INT64, "", "meta.id;obs", "Number of the run"),
    INSTRUMENT(ColumnType.STRING, "", "meta.id;instr", "Instrument that took the data"),
    ROWS(ColumnType.INT64, "", "meta.number", "Rows of all tables in the file that tell how many they have");

    private final ColumnType type;
    private final String unit;
    private final String ucd;
    private final String description;

    CommonField(ColumnType type, String unit, String ucd, String description) {
        this.type = type;
        this.unit = unit;
        this.ucd = ucd;
        this.description = description;
    }

    /** The name in selections and answers, such as {@code time_start}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public FileField field() {
        return new FileField(label(), type, new Unit(unit), new Ucd(ucd), description);
    }

    /** All of them, in order. */
    public static List<FileField> fields() {
        return Arrays.stream(values()).map(CommonField::field).toList();
    }

    public static Optional<CommonField> of(String label) {
        return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
    }
}
