package org.heralddata.serve.portal.desk;

/**
 * A text to copy.
 *
 * @param id of its element on the page
 */
public record Snippet(String id, String title, String text) {}
