@NullMarked
package org.heralddata.serve.fair;

import org.jspecify.annotations.NullMarked;
