package org.heralddata.serve.rest;

import java.util.Set;
import java.util.TreeSet;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerBeans;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the server really answers. */
final class Mappings {

    private Mappings() {}

    /** Such as {@code GET /health}, of the controllers of this package. */
    static Set<String> of(HeraldServer server) {
        Set<String> mapped = new TreeSet<>();
        ServerBeans.of(server, "requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().equals(Mappings.class.getPackageName())) {
                        for (String path : mapping.getPatternValues()) {
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(verb -> mapped.add(verb + " " + path.replace("{*", "{")));
                        }
                    }
                });
        return mapped;
    }
}
