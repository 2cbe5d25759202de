@NullMarked
package org.heralddata.app.mail;

import org.jspecify.annotations.NullMarked;
