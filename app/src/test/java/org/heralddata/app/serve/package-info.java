/** A home that is served: what clients get, in every format, judged by programs of others. */
@NullMarked
package org.heralddata.app.serve;

import org.jspecify.annotations.NullMarked;
