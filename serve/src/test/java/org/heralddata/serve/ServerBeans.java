package org.heralddata.serve;

/** Looks into a running server. */
public final class ServerBeans {

    private ServerBeans() {}

    public static <T> T of(HeraldServer server, String name, Class<T> type) {
        return server.context().getBean(name, type);
    }
}
