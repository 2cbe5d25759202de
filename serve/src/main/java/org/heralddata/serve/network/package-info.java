/**
 * How the world reaches the server: by which proxies, and by TLS of its own.
 *
 * <p>Sees who runs the node.
 */
@NullMarked
package org.heralddata.serve.network;

import org.jspecify.annotations.NullMarked;
