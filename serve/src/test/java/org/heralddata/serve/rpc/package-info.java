@NullMarked
package org.heralddata.serve.rpc;

import org.jspecify.annotations.NullMarked;
