/**
 * Commands that work on the catalogue of files.
 */
@NullMarked
package org.heralddata.app.files;

import org.jspecify.annotations.NullMarked;
