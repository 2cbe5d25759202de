package org.heralddata.serve.vo.tap;

/**
 * A query to begin with.
 *
 * @param id    within the page
 * @param table that it reads, as a query writes it
 */
public record TapExample(String id, String title, String text, String table, String query) {}
