/** Tests of the KM3NeT reader. */
@NullMarked
package org.heralddata.formats.km3net;

import org.jspecify.annotations.NullMarked;
