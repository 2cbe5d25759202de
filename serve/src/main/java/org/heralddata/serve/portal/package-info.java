/**
 * The portal: pages rendered on the server from jte templates, made livelier by the ES modules in {@code static/js}.
 *
 * <p>Sees query and model. Every page works without scripts; with them the data shop asks the REST API. Follows WCAG 2.2 AA,
 * the WAI-ARIA authoring practices and schema.org {@code Dataset}.
 */
@NullMarked
package org.heralddata.serve.portal;

import org.jspecify.annotations.NullMarked;
