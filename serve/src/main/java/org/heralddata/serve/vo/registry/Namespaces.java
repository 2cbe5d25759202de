package org.heralddata.serve.vo.registry;

/** The prefixes that records use, as RegistryInterfaces recommends them. */
public final class Namespaces {
    /** Attributes that declare them all. */
    private static final String[] DECLARED = {
        "xmlns:ri", "http://www.ivoa.net/xml/RegistryInterface/v1.0",
        "xmlns:vr", "http://www.ivoa.net/xml/VOResource/v1.0",
        "xmlns:vg", "http://www.ivoa.net/xml/VORegistry/v1.0",
        "xmlns:vs", "http://www.ivoa.net/xml/VODataService/v1.1",
        "xmlns:tr", "http://www.ivoa.net/xml/TAPRegExt/v1.0",
        "xmlns:cs", "http://www.ivoa.net/xml/ConeSearch/v1.0",
        "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"
    };

    private Namespaces() {}

    /** Pairs of attribute and value. */
    public static String[] declared() {
        return DECLARED.clone();
    }
}
