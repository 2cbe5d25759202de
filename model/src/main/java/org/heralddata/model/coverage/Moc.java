package org.heralddata.model.coverage;

/** A multi-order coverage map. */
public sealed interface Moc permits SpaceMoc, TimeMoc, SpaceTimeMoc {

    boolean isEmpty();
}
