package org.heralddata.serve.vo.registry;

import java.util.List;
import java.util.function.Consumer;
import org.heralddata.serve.xml.Xml;

/** A service that spans all collections and has a record of its own, such as TAP: a bean for each. */
public interface ServiceSource {

    /** Last part of its identifier: {@code tap} becomes {@code ivo://authority/herald.tap}. */
    String key();

    String title();

    String description();

    /** A page for people. */
    String referenceUrl(String site);

    /**
     * Its capabilities, each an element {@code capability}, as VOSI gives them, too.
     *
     * @param site address of the server without the last slash
     */
    List<Consumer<Xml>> capabilities(String site);
}
