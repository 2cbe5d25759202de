package org.heralddata.serve.portal.desk;

import org.heralddata.serve.fair.Citation;

/** How to cite a release: for a list of references, and for BibTeX. */
public record Cite(Citation citation, String bibtex) {}
