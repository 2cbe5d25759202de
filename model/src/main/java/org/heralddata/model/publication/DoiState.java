package org.heralddata.model.publication;

/** How far a DOI is, in DataCite's words. */
public enum DoiState {
    /** Reserved: nobody else can take it, nobody can find it, it may still be given up. */
    DRAFT,
    /** Registered and in the index of DataCite; it stays for ever. */
    FINDABLE
}
