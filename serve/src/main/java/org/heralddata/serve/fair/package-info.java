/**
 * What a landing page tells machines: one {@link org.heralddata.serve.fair.Dataset} written as DataCite 4.6 (JSON, XML),
 * schema.org, DCAT-AP 3 (Turtle, JSON-LD), BibTeX, RIS, and as FAIR signposting links.
 *
 * <p>Sees query, model, and who runs the node. Each format is a class with a static {@code of}; {@code Representation} lists
 * them.
 */
@NullMarked
package org.heralddata.serve.fair;

import org.jspecify.annotations.NullMarked;
