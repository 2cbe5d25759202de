@NullMarked
package org.heralddata.serve.vo.oai;

import org.jspecify.annotations.NullMarked;
