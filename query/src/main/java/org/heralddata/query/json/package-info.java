/**
 * Tables as JSON, for programs and pages that ask the REST API.
 *
 * <p>Sees spi. Form: {@code docs/reference/rest.md}, section "Rows as JSON".
 */
@NullMarked
package org.heralddata.query.json;

import org.jspecify.annotations.NullMarked;
