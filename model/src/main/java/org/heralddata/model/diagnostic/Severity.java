package org.heralddata.model.diagnostic;

/** How much a {@link Diagnostic} matters: an error stops the work, a warning does not, a note only tells. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
