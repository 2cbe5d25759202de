package org.heralddata.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.heralddata.query.DataService;
import org.heralddata.query.files.FileService;
import org.heralddata.serve.network.ForwardedFilter;
import org.heralddata.serve.network.Network.Tls;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.viewer.AsViewer;
import org.heralddata.serve.viewer.CurrentViewer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/**
 * A running HTTP server. Requests run on virtual threads; queries on the engine's own.
 *
 * <p>Closing it answers the requests under way (for at most ten seconds) and then frees the port. It does not close the
 * data service.
 */
public final class HeraldServer implements AutoCloseable {
    /** With forward secrecy and authenticated encryption (RFC 9325, section 4.2). */
    private static final String CIPHERS = "TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256,TLS_CHACHA20_POLY1305_SHA256,"
            + "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,"
            + "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,"
            + "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256";

    private final ServletWebServerApplicationContext context;

    private HeraldServer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts serving; returns when requests are answered. Each is answered as whoever sent it may be, as a bean {@link
     * org.heralddata.serve.who.Viewers} among the parts tells; without one everybody is anyone.
     *
     * @throws org.springframework.boot.web.server.PortInUseException if another process has the port
     */
    public static HeraldServer start(
            DataService data, FileService files, ServerSettings settings, ServedPart... parts) {
        var application = new SpringApplicationBuilder(ServeApplication.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .addCommandLineProperties(false)
                .properties(properties(settings))
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(
                            DataService.class,
                            () -> AsViewer.of(DataService.class, () -> data.as(CurrentViewer.get())),
                            bean -> bean.setDestroyMethodName(""));
                    beans.registerBean(
                            FileService.class,
                            () -> AsViewer.of(FileService.class, () -> files.as(CurrentViewer.get())));
                    beans.registerBean(Node.class, settings::node);
                    beans.registerBean("forwarded", FilterRegistrationBean.class, () -> {
                        var filter =
                                new FilterRegistrationBean<>(new ForwardedFilter(settings.network(), settings.node()));
                        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
                        return filter;
                    });
                    for (ServedPart part : parts) {
                        part.addTo(beans);
                    }
                });
        return new HeraldServer((ServletWebServerApplicationContext) application.run());
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.port", settings.port());
        if (settings.address() != null) {
            properties.put("server.address", settings.address());
        }
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.jmx.enabled", false);
        properties.put("spring.main.lazy-initialization", false);
        properties.put("server.compression.enabled", true);
        properties.put(
                "server.compression.mime-types",
                "text/html,text/xml,application/xml,text/css,text/plain,text/javascript,application/javascript,application/json,"
                        + "application/problem+json,application/ld+json,application/linkset+json,text/turtle,image/svg+xml");
        // selections as people type them into an address or a command: where=array_e>16
        properties.put("server.tomcat.relaxed-query-chars", "<,>,[,],{,},|,^,`");
        properties.put("server.tomcat.max-http-form-post-size", "1MB");
        properties.put("server.max-http-request-header-size", "64KB");
        // Spring would believe anybody's word where it finds a cloud
        properties.put("server.forward-headers-strategy", "none");
        Tls tls = settings.network().tls();
        if (tls != null) {
            properties.put("server.ssl.certificate", tls.certificate().toUri().toString());
            properties.put(
                    "server.ssl.certificate-private-key", tls.key().toUri().toString());
            properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
            properties.put("server.ssl.ciphers", CIPHERS);
        }
        return properties;
    }

    /** The port that it listens on. */
    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** For tests of what is set up. */
    ServletWebServerApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
