package org.heralddata.serve;

import org.springframework.context.support.GenericApplicationContext;

/** Something more to serve, such as a protocol of its own. */
public interface ServedPart {

    /** Adds its beans, before any is made. */
    void addTo(GenericApplicationContext beans);
}
