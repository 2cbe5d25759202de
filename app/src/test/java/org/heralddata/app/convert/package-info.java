@org.jspecify.annotations.NullMarked
package org.heralddata.app.convert;
