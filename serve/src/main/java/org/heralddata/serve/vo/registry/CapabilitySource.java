package org.heralddata.serve.vo.registry;

import java.util.List;
import java.util.function.Consumer;
import org.heralddata.model.catalogue.Release;
import org.heralddata.serve.xml.Xml;

/**
 * A service of this server that records of collections name: a bean for each, in the order of {@code @Order}.
 *
 * <p>Each capability writes one element {@code capability} (VOResource 1.1, section 3.2; prefixes of {@link Namespaces}). What
 * does not answer must not be named.
 */
public interface CapabilitySource {

    /**
     * How the data of a collection can be had, such as a cone search for each of its tables.
     *
     * @param release the newest
     * @param site    address of the server without the last slash
     */
    List<Consumer<Xml>> ofCollection(Release release, String site);
}
