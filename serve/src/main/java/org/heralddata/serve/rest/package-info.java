/**
 * The REST API under {@code /api/v1}: a thin layer over {@link org.heralddata.query.DataService}; errors are RFC 9457 problems.
 *
 * <p>Sees query. What it answers is described in {@code openapi.json} beside it.
 */
@NullMarked
package org.heralddata.serve.rest;

import org.jspecify.annotations.NullMarked;
