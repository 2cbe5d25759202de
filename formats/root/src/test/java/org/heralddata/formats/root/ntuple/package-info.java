@NullMarked
package org.heralddata.formats.root.ntuple;

import org.jspecify.annotations.NullMarked;
