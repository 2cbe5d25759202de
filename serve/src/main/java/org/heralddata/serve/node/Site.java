package org.heralddata.serve.node;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which this server's things are named. */
@Component
public class Site {
    private final Node node;

    public Site(Node node) {
        this.node = node;
    }

    public Node node() {
        return node;
    }

    /** Without the last slash. */
    public String url(HttpServletRequest request) {
        return node.urlOr(
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
    }
}
