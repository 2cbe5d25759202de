/** Tests of passwords. */
@org.jspecify.annotations.NullMarked
package org.heralddata.accounts.second;
