package org.heralddata.serve.client;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Gives every request its {@link Line}, which only Tomcat's own request knows. */
final class LineValve extends ValveBase {
    static final String LINE = Line.class.getName();

    LineValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(LINE, new Line(request.getCoyoteRequest()));
        getNext().invoke(request, response);
    }

    /** Puts it into the server. */
    @Component
    static class Installed implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addEngineValves(new LineValve());
        }
    }
}
