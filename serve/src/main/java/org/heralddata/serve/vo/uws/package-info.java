/**
 * Jobs over HTTP, whatever they do: the resources of the Universal Worker Service pattern.
 *
 * <p>Sees jobs. Standard: UWS 1.1.
 */
@NullMarked
package org.heralddata.serve.vo.uws;

import org.jspecify.annotations.NullMarked;
