/** Tests of accounts over a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.heralddata.accounts.desk;
