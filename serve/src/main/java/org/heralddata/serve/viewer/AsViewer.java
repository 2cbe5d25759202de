package org.heralddata.serve.viewer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A service that answers each call as it answers whoever asks then, so that no part of a server can forget who that is. */
public final class AsViewer {

    private AsViewer() {}

    /**
     * @param type    an interface
     * @param service looked up for each call
     */
    public static <T> T of(Class<T> type, Supplier<T> service) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            try {
                return method.invoke(service.get(), arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
        return type.cast(proxy);
    }
}
