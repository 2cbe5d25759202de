package org.heralddata.jobs.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which servers may be called for strangers.
 *
 * @param names       looks names up
 * @param privateOnes whether this machine and its own network may be called, too
 */
public record Servers(Names names, boolean privateOnes) {

    /** Looks names of servers up. */
    public interface Names {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    /** By the names that this machine knows. */
    public static Servers usual(boolean privateOnes) {
        return new Servers(InetAddress::getAllByName, privateOnes);
    }

    /** Whether it begins with {@code http://} or {@code https://} and names a server. */
    public static boolean isNamed(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return address.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    }

    /**
     * Where to connect to: looked up once, so that a name cannot mean something else when it is used. Empty if one of the addresses of the
     * server may not be called.
     */
    public Optional<InetAddress> find(URI address) throws UnknownHostException {
        InetAddress[] all = names.addresses(address.getHost());
        for (InetAddress resolved : all) {
            if (!privateOnes && !isPublic(resolved)) {
                return Optional.empty();
            }
        }
        return Optional.of(all[0]);
    }

    /** True of an address that anybody could reach without this server. */
    public static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            boolean shared = first == 100 && second >= 64 && second < 128;
            boolean special = first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2);
            boolean tested = first == 198 && (second == 18 || second == 19);
            return first != 0 && first < 240 && !shared && !special && !tested;
        }
        boolean unique = (first & 0xfe) == 0xfc;
        boolean translated = first == 0 && second == 0x64; // 64:ff9b::/96 leads to any address of version 4
        boolean tunnelled = (first == 0x20 && second == 0x02) || (first == 0x20 && second == 0x01 && bytes[2] == 0);
        boolean embedded = first == 0 && second == 0;
        return !unique && !translated && !tunnelled && !embedded;
    }
}
