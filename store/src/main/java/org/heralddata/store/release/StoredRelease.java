package org.heralddata.store.release;

import org.heralddata.model.catalogue.Release;

/** A release with the way to its files. */
record StoredRelease(Release release, StoredLayout layout) {}
