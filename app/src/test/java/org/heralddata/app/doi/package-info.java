@NullMarked
package org.heralddata.app.doi;

import org.jspecify.annotations.NullMarked;
