package org.heralddata.query.engine;

/** A small table that an engine keeps while it is open. Its columns are called {@code c1}, {@code c2} … */
public interface MemoryTable extends AutoCloseable {

    /** What stands after FROM. */
    String relation();

    long rows();

    /** Lets it go; queries that still read it see it to the end. */
    @Override
    void close();
}
