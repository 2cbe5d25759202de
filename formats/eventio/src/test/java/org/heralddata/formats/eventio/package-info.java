/** Tests of the EventIO reader. */
@NullMarked
package org.heralddata.formats.eventio;

import org.jspecify.annotations.NullMarked;
