package org.heralddata.formats.fits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;

/** Walks a file from HDU to HDU and sorts out the tables. */
final class HduList {
    private static final int MOST = 100_000;

    private final Bytes bytes;
    private final Place place;
    private final boolean verify;
    private final List<Hdu> hdus = new ArrayList<>();
    private final List<FitsTable> tables = new ArrayList<>();
    private final List<Diagnostic> notices = new ArrayList<>();

    private HduList(Bytes bytes, Place place, boolean verify) {
        this.bytes = bytes;
        this.place = place;
        this.verify = verify;
    }

    /** @param verify whether checksums are verified */
    static HduList read(Bytes bytes, Place place, boolean verify) throws IOException {
        HduList list = new HduList(bytes, place, verify);
        list.walk();
        return list;
    }

    Header primary() {
        return hdus.getFirst().header();
    }

    List<FitsTable> tables() {
        return tables;
    }

    List<Diagnostic> notices() {
        return notices;
    }

    private void walk() throws IOException {
        Set<String> names = new HashSet<>();
        Checksum checksum = new Checksum(bytes);
        long at = 0;
        do {
            Hdu hdu = Hdu.of(hdus.size(), HeaderReader.read(bytes, at, place));
            hdus.add(hdu);
            if (verify) {
                checksum.add(hdu);
            }
            demandData(hdu);
            add(hdu, names);
            at = hdu.end();
        } while (hdus.size() < MOST && anotherAt(at));
        notices.addAll(checksum.notices());
    }

    private void demandData(Hdu hdu) throws IOException {
        long end = hdu.dataOffset() + hdu.dataSize();
        long reached = bytes.reach(hdu.end());
        if (reached < end) {
            throw hdu.place()
                    .refusal(
                            FitsCode.TRUNCATED,
                            reached,
                            "the file ends after %d of the %d bytes of data of this HDU"
                                    .formatted(Math.max(0, reached - hdu.dataOffset()), hdu.dataSize()),
                            "fetch the file again, or ask its author for a complete copy");
        }
        if (reached < hdu.end()) {
            notices.add(hdu.place()
                    .warning(
                            FitsCode.TRAILING_BYTES,
                            reached,
                            "the last block is not filled up to 2880 bytes; all data are there"));
        }
    }

    private boolean anotherAt(long at) throws IOException {
        byte[] head = new byte[HeaderReader.BLOCK];
        int got = bytes.read(at, head, 0, head.length);
        if (got >= 8 && new String(head, 0, 8, StandardCharsets.ISO_8859_1).equals("XTENSION")) {
            return true;
        }
        for (int i = 0; i < got; i++) {
            if (head[i] != 0 && head[i] != ' ') {
                notices.add(place.warning(
                        FitsCode.TRAILING_BYTES, at, "the bytes from here on belong to no HDU and were left out"));
                break;
            }
        }
        return false;
    }

    private void add(Hdu hdu, Set<String> names) {
        switch (hdu.kind()) {
            case BINARY_TABLE, ASCII_TABLE -> add(FitsTable.of(name(hdu, names), hdu, notices), names);
            case IMAGE -> {
                if (hdu.dataSize() > 0) {
                    note(hdu, FitsCode.IMAGE, "this HDU holds an image or random groups, not a table");
                }
            }
            case COMPRESSED_IMAGE -> note(hdu, FitsCode.COMPRESSED, "this HDU holds a compressed image, not a table");
            case COMPRESSED_TABLE ->
                FitsTable.compressed(name(hdu, names), hdu, notices)
                        .ifPresentOrElse(
                                table -> add(table, names),
                                () -> notices.add(hdu.place()
                                        .warning(
                                                FitsCode.COMPRESSED,
                                                hdu.header().offset(),
                                                "this table is compressed by tiles in a way that is not read")
                                        .helped("decompress it with `funpack` first")));
            case OTHER ->
                note(
                        hdu,
                        FitsCode.IMAGE,
                        "this HDU is of the type `%s`, not a table"
                                .formatted(hdu.header().text("XTENSION").orElse("")));
        }
    }

    private void add(FitsTable table, Set<String> names) {
        if (table.fields().isEmpty() || table.rowBytes() == 0) {
            note(table.hdu(), FitsCode.NO_COLUMNS, "this table has no columns with values");
        } else {
            names.add(table.name());
            tables.add(table);
        }
    }

    private void note(Hdu hdu, FitsCode code, String message) {
        notices.add(hdu.place().note(code, hdu.header().offset(), message));
    }

    /** EXTNAME, with EXTVER if that is above 1; the HDU's number if unnamed or taken. */
    private static String name(Hdu hdu, Set<String> taken) {
        Optional<String> name = hdu.header().text("EXTNAME").map(String::strip);
        long version = hdu.header().optionalInteger("EXTVER", Long.MIN_VALUE).orElse(1);
        return name.map(n -> version > 1 ? n + ";" + version : n)
                .filter(n -> !taken.contains(n))
                .orElse(Integer.toString(hdu.index()));
    }
}
