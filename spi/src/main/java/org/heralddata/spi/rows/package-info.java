/**
 * Batches out of rows: for readers of formats whose rows come one record after another.
 *
 * <p>Sees model and spi. {@link org.heralddata.spi.rows.RowBuilder} collects cells by column without boxing,
 * {@link org.heralddata.spi.rows.StepCursor} hands them on, {@link org.heralddata.spi.rows.Layouts} reads the columns of
 * tables from a plain text resource.
 */
@NullMarked
package org.heralddata.spi.rows;

import org.jspecify.annotations.NullMarked;
