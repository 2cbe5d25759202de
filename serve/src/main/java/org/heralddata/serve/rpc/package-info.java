/**
 * JSON-RPC 2.0 (jsonrpc.org/specification, 2013-01-04) and its description by OpenRPC 1.3.2; knows no HTTP and no method of ours.
 */
@NullMarked
package org.heralddata.serve.rpc;

import org.jspecify.annotations.NullMarked;
