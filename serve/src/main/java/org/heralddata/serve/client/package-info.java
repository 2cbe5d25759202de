/**
 * Notices clients that leave before their answer, so that nobody's query runs on.
 *
 * <p>A query reads nothing from the connection and writes nothing to it, so the servlet API cannot tell. Tomcat can: see
 * {@link org.heralddata.serve.client.Line}. Knows nothing of what is asked.
 */
@NullMarked
package org.heralddata.serve.client;

import org.jspecify.annotations.NullMarked;
