package org.heralddata.serve.fair;

import org.heralddata.model.catalogue.Creator;
import org.jspecify.annotations.Nullable;

/** Names of persons and collaborations. */
final class Names {

    private Names() {}

    /** Whoever has an ORCID or is written as {@code Family, Given}; else a collaboration or institute. */
    static boolean isPerson(Creator creator) {
        return creator.orcid() != null || creator.name().contains(",");
    }

    /** Null if the name is in one piece. */
    static @Nullable String family(Creator creator) {
        int comma = creator.name().indexOf(',');
        return comma < 0 ? null : creator.name().substring(0, comma).strip();
    }

    /** Null if the name is in one piece. */
    static @Nullable String given(Creator creator) {
        int comma = creator.name().indexOf(',');
        return comma < 0 ? null : creator.name().substring(comma + 1).strip();
    }

    /** Of an ORCID. */
    static String address(String orcid) {
        return "https://orcid.org/" + orcid;
    }
}
