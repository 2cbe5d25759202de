@NullMarked
package org.heralddata.formats.root.file;

import org.jspecify.annotations.NullMarked;
