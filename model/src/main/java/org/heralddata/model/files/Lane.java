package org.heralddata.model.files;

/** What files are told apart by where it is shown which times they cover. */
public enum Lane {
    COLLECTION,
    INSTRUMENT
}
