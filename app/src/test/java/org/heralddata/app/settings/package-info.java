@NullMarked
package org.heralddata.app.settings;

import org.jspecify.annotations.NullMarked;
