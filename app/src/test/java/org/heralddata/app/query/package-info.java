@NullMarked
package org.heralddata.app.query;

import org.jspecify.annotations.NullMarked;
