@NullMarked
package org.heralddata.serve.vo.tap;

import org.jspecify.annotations.NullMarked;
