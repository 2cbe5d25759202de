/**
 * The catalogue of files in the database: rows of {@code catalogued_file}, and questions to them as SQL printed by us.
 *
 * <p>Sees model and the packages beside it.
 */
@NullMarked
package org.heralddata.store.files;

import org.jspecify.annotations.NullMarked;
