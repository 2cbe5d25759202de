/**
 * The file-level catalogue: what is known of every file of an experiment, whether its events were ingested or not.
 *
 * <p>Sees catalogue, table, unit and ucd. Files stay where they are; the catalogue tells when, by what and of which run they
 * were taken, how large they are and what their digest is.
 */
@NullMarked
package org.heralddata.model.files;

import org.jspecify.annotations.NullMarked;
