@NullMarked
package org.heralddata.app.check;

import org.jspecify.annotations.NullMarked;
