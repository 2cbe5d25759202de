/** Who asks: the viewer of a request, whichever way they showed who they are. */
@NullMarked
package org.heralddata.serve.who;

import org.jspecify.annotations.NullMarked;
