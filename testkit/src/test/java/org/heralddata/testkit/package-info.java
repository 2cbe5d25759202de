/** Tests of the helpers themselves. */
@NullMarked
package org.heralddata.testkit;

import org.jspecify.annotations.NullMarked;
