package org.heralddata.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.heralddata.query.DataService;
import org.heralddata.query.files.FileService;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.viewer.AsViewer;
import org.heralddata.serve.viewer.CurrentViewer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running HTTP server. Requests run on virtual threads; queries on the engine's own.
 *
 * <p>Closing it answers the requests under way (for at most ten seconds) and then frees the port. It does not close the
 * data service.
 */
public final class HeraldServer implements AutoCloseable {
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
