package org.heralddata.accounts;

import java.util.Map;

/** What another part of Herald keeps for accounts, such as data requests. */
public interface Belongings {

    /** As a key of the export, such as {@code requests}. */
    String name();

    /** Everything of an account, as maps, lists, texts and numbers. */
    Iterable<Map<String, Object>> of(String account);

    /** Takes away what belongs to an account that is being deleted. */
    void delete(String account);
}
