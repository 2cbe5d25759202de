/**
 * Questions to the catalogue of files: which files, what is known of one, where its bytes are.
 *
 * <p>Sees model, spi, store and of query the selection language and what all answers share. Selections are those of tables:
 * the files of a collection are rows, the fields columns.
 */
@NullMarked
package org.heralddata.query.files;

import org.jspecify.annotations.NullMarked;
