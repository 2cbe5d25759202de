package org.heralddata.serve.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Network addresses that begin alike, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32} (RFC 4632, RFC 4291); a single one without
 * a slash. Names are none: they are not looked up.
 */
public final class AddressRange {
    private static final Pattern FORM = Pattern.compile("([0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");

    private final byte[] first;
    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /** Empty if the text is no range. */
    public static Optional<AddressRange> of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String told = parts.group(2);
        return literal(parts.group(1)).flatMap(address -> {
            int all = address.length * Byte.SIZE;
            int bits = told == null ? all : Integer.parseInt(told);
            return bits > all ? Optional.empty() : Optional.of(new AddressRange(address, bits));
        });
    }

    /** Whether a literal address is one of them; what is no address is none. */
    public boolean has(String address) {
        return literal(address).filter(this::has).isPresent();
    }

    private boolean has(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        int mask = 0xff << (Byte.SIZE - rest);
        return Arrays.equals(address, 0, whole, first, 0, whole)
                && (rest == 0 || (address[whole] & mask) == (first[whole] & mask));
    }

    /** Bytes of an address in numbers; of one of version 4 inside version 6 those of version 4. */
    static Optional<byte[]> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
