/** Tests of the commands about access. */
@org.jspecify.annotations.NullMarked
package org.heralddata.app.access;
