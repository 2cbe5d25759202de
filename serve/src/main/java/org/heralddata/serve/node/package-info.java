/**
 * Who runs this server and where it is reached: what registries, DOIs and pages tell of the node itself.
 *
 * <p>Sees model.
 */
@NullMarked
package org.heralddata.serve.node;

import org.jspecify.annotations.NullMarked;
