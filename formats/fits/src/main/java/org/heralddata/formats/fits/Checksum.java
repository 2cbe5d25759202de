package org.heralddata.formats.fits;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.diagnostic.Severity;

/**
 * Verifies HDUs against their DATASUM and CHECKSUM cards: FITS 4.0, section 4.4.2.7 and appendix J.
 *
 * <p>Where every HDU has sums, a wrong one is an error: bytes changed after the file was finished. Where some have none,
 * software that does not keep sums up has handled the file, and wrong ones are mostly left over; they are a warning.
 */
final class Checksum {

    /** Larger HDUs are not verified when a file is opened: that must not take seconds. */
    static final long LARGEST = 64L << 20;

    private static final long ALL_ONES = 0xffff_ffffL;
    private static final int CHUNK = 16 * HeaderReader.BLOCK;

    private final Bytes bytes;
    private final List<Diagnostic> wrong = new ArrayList<>();
    private final List<Diagnostic> notices = new ArrayList<>();
    private boolean everywhere = true;

    Checksum(Bytes bytes) {
        this.bytes = bytes;
    }

    /** What is to be told of all HDUs added; refuses the file if it is damaged. */
    List<Diagnostic> notices() {
        if (everywhere && !wrong.isEmpty()) {
            throw new Refusal(wrong);
        }
        for (Diagnostic error : wrong) {
            notices.add(new Diagnostic(
                    Severity.WARNING,
                    error.code(),
                    error.message(),
                    error.location(),
                    null,
                    "other HDUs have no checksums, so this one is probably left over from before an edit"));
        }
        return notices;
    }

    void add(Hdu hdu) throws IOException {
        Header header = hdu.header();
        Optional<BigDecimal> stated = dataSum(header);
        boolean whole = header.text("CHECKSUM").filter(v -> v.length() == 16).isPresent();
        if (stated.isEmpty() && !whole) {
            everywhere = false;
            return;
        }
        if (hdu.dataSize() > LARGEST) {
            notices.add(hdu.place()
                    .note(
                            FitsCode.CHECKSUM_NOT_VERIFIED,
                            hdu.dataOffset(),
                            "the checksum was not verified: the HDU has %d MiB, more than %d"
                                    .formatted(hdu.dataSize() >> 20, LARGEST >> 20)));
            return;
        }
        long headerSum = sum(header.offset(), header.end());
        long dataSum = sum(hdu.dataOffset(), hdu.end());
        long total = add(headerSum, dataSum);
        if (stated.isPresent() && stated.get().compareTo(BigDecimal.valueOf(dataSum)) != 0) {
            addWrong(
                    hdu,
                    hdu.dataOffset(),
                    "the data add up to %d, but `DATASUM` says %s".formatted(dataSum, stated.get()));
        } else if (whole && total != ALL_ONES && total != 0) {
            addWrong(hdu, header.offset(), "header and data do not add up to their `CHECKSUM`");
        }
    }

    private void addWrong(Hdu hdu, long offset, String message) {
        wrong.add(Diagnostic.error(
                        FitsCode.WRONG_CHECKSUM,
                        message + ": bytes were changed or damaged",
                        hdu.place().at(offset))
                .helped("fetch the file again; to read it all the same, give the option `checksum: ignore`"));
    }

    private static Optional<BigDecimal> dataSum(Header header) {
        return header.text("DATASUM").isEmpty() ? Optional.empty() : header.number("DATASUM");
    }

    /** Adds big-endian 32-bit words in ones' complement. */
    private long sum(long from, long to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long sum = 0;
        for (long at = from; at < to; at += chunk.length) {
            int got = bytes.read(at, chunk, 0, (int) Math.min(chunk.length, to - at));
            for (int i = got; i % 4 != 0; i++) {
                chunk[i] = 0;
            }
            sum = sum(chunk, (got + 3) / 4 * 4, sum);
            if (got < chunk.length) {
                break;
            }
        }
        return sum;
    }

    private static long sum(byte[] bytes, int length, long start) {
        long sum = start;
        for (int i = 0; i < length; i += 4) {
            sum += BigEndian.int32(bytes, i) & ALL_ONES;
        }
        return add(sum, 0);
    }

    private static long add(long a, long b) {
        long sum = a + b;
        while (sum >>> 32 != 0) {
            sum = (sum & ALL_ONES) + (sum >>> 32);
        }
        return sum;
    }
}
