package org.heralddata.formats.root.streamer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Classes of experiments whose own code writes other bytes than the file's description of them says, where their layout is
 * published.
 *
 * @see <a href="https://git.km3net.de/km3py/km3io">km3io, the reader of KM3NeT</a>
 */
public final class KnownLayouts {
    private static final List<Member> KM3NET_HIT = List.of(
            new Member("pmt", new Type.Numeric(Primitive.UINT8)),
            new Member("tdc", new Type.Numeric(Primitive.UINT32_LITTLE)),
            new Member("tot", new Type.Numeric(Primitive.UINT8)));
    private static final List<Member> KM3NET_KEY_HIT =
            joined(List.of(new Member("id", new Type.Numeric(Primitive.INT32))), KM3NET_HIT);
    private static final List<Member> KM3NET_TRIGGERED_HIT = joined(
            KM3NET_KEY_HIT, List.of(new Member("trigger_mask", new Type.Headed(new Type.Numeric(Primitive.UINT64)))));
    private static final List<Member> KM3NET_SUMMARY_FRAME = List.of(
            new Member("id", new Type.Numeric(Primitive.INT32)),
            new Member("daq", new Type.Numeric(Primitive.INT32)),
            new Member("status", new Type.Numeric(Primitive.INT32)),
            new Member("fifo", new Type.Numeric(Primitive.INT32)),
            new Member("status_3", new Type.Numeric(Primitive.INT32)),
            new Member("status_4", new Type.Numeric(Primitive.INT32)),
            new Member("data/value", new Type.Array(new Type.Numeric(Primitive.UINT8), List.of(31))));
    private static final Map<String, List<Member>> LAYOUTS = Map.of(
            "JDAQHit", KM3NET_HIT,
            "JDAQKeyHit", KM3NET_KEY_HIT,
            "JDAQSnapshotHit", KM3NET_KEY_HIT,
            "JDAQTriggeredHit", KM3NET_TRIGGERED_HIT,
            "JDAQSummaryFrame", KM3NET_SUMMARY_FRAME);

    /** A member that is written as told, without header. */
    public record Member(String name, Type type) {}

    private KnownLayouts() {}

    private static List<Member> joined(List<Member> first, List<Member> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** The members of a class, with or without its namespace; empty if its description is to be believed. */
    public static Optional<List<Member>> of(String className) {
        return Optional.ofNullable(LAYOUTS.get(className.replaceFirst("^KM3NETDAQ::", "")));
    }
}
