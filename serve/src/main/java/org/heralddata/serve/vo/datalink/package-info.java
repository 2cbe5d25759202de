/**
 * Links of releases, tables and files to all that belongs to them, at {@code /datalink}.
 *
 * <p>Sees query and model. Standard: DataLink 1.1.
 */
@NullMarked
package org.heralddata.serve.vo.datalink;

import org.jspecify.annotations.NullMarked;
