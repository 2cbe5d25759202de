@NullMarked
package org.heralddata.formats.ksy.expr;

import org.jspecify.annotations.NullMarked;
