/** Tests of how the world reaches the server. */
@org.jspecify.annotations.NullMarked
package org.heralddata.serve.network;
