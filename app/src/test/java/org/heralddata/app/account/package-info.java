/** Tests of the commands of accounts. */
@org.jspecify.annotations.NullMarked
package org.heralddata.app.account;
