package org.heralddata.serve;

import java.lang.reflect.Proxy;
import java.util.List;
import org.heralddata.query.CopyStatus;
import org.heralddata.query.DataService;

/** A data service without collections. */
public final class NoData {

    private NoData() {}

    public static DataService service() {
        return (DataService) Proxy.newProxyInstance(
                DataService.class.getClassLoader(), new Class<?>[] {DataService.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("as")) {
                        return proxy;
                    }
                    if (method.getReturnType() == List.class) {
                        return List.of();
                    }
                    if (method.getReturnType() == CopyStatus.class) {
                        return CopyStatus.NONE;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
