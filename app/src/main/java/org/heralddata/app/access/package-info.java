/**
 * What an operator does about who may have the data: restrict collections and releases that are out, and lift that.
 *
 * <p>Sees store and query.
 */
@NullMarked
package org.heralddata.app.access;

import org.jspecify.annotations.NullMarked;
