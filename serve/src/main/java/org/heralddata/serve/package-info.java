/**
 * The HTTP server: Spring MVC on Tomcat, the REST API in {@code rest}, the portal in {@code portal}.
 *
 * <p>Sees query, never store or ingest.
 */
@NullMarked
package org.heralddata.serve;

import org.jspecify.annotations.NullMarked;
