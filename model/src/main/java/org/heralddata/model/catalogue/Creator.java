package org.heralddata.model.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Who made a collection (DataCite property 2).
 *
 * @param name        a person as {@code Family, Given} or a collaboration
 * @param orcid       a person's ORCID without address; null if none
 * @param affiliation null if none
 */
public record Creator(
        String name, @Nullable String orcid, @Nullable String affiliation) {}
