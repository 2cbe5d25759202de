package org.heralddata.formats.root.write;

/**
 * Some consecutive entries of a branch, before compression.
 *
 * @param content  values and, after them, where each entry begins if entries differ in length
 * @param count    bytes of {@code content} that count
 * @param border   bytes of values
 * @param entries  at least 1
 * @param perEntry bytes of an entry, or what the table of beginnings could hold
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
record Basket(byte[] content, int count, int border, int entries, int perEntry) {}
