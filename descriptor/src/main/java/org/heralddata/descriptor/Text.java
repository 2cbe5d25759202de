package org.heralddata.descriptor;

import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A scalar of the YAML text with its place.
 *
 * @param value as written, quotes and folding resolved, not blank
 */
record Text(String value, ScalarNode node) {}
