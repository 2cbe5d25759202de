package org.heralddata.formats.fits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Composes small FITS files card by card, right or wrong. */
final class TestFits {
    private static final int BLOCK = 2880;

    private final StringBuilder text = new StringBuilder();

    private TestFits() {}

    /** A file with an empty primary HDU. */
    static TestFits file() {
        return new TestFits().header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0");
    }

    /** A table extension; further cards as given. */
    TestFits table(int rowBytes, long rows, long heap, int fields, byte[] data, String... cards) {
        String[] all = new String[cards.length + 8];
        String[] fixed = {
            "XTENSION= 'BINTABLE'",
            "BITPIX  = 8",
            "NAXIS   = 2",
            "NAXIS1  = " + rowBytes,
            "NAXIS2  = " + rows,
            "PCOUNT  = " + heap,
            "GCOUNT  = 1",
            "TFIELDS = " + fields
        };
        System.arraycopy(fixed, 0, all, 0, 8);
        System.arraycopy(cards, 0, all, 8, cards.length);
        header(all);
        text.append(new String(data, StandardCharsets.ISO_8859_1));
        return fill('\0');
    }

    TestFits header(String... cards) {
        for (String card : cards) {
            text.append(card).repeat(' ', 80 - card.length());
        }
        text.append("END");
        return fill(' ');
    }

    Path save(Path folder) throws IOException {
        return Files.write(folder.resolve("test.fits"), bytes());
    }

    Path saveCut(Path folder, int length) throws IOException {
        return Files.write(folder.resolve("test.fits"), Arrays.copyOf(bytes(), length));
    }

    private byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private TestFits fill(char with) {
        text.repeat(with, (BLOCK - text.length() % BLOCK) % BLOCK);
        return this;
    }
}
