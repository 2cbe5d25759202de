@NullMarked
package org.heralddata.formats.root.ntuple.write;

import org.jspecify.annotations.NullMarked;
