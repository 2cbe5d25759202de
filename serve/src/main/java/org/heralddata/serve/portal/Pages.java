package org.heralddata.serve.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the templates, which were compiled with the program. */
@Component
public class Pages {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    public ResponseEntity<String> page(String template, Map<String, Object> parameters) {
        return page(HttpStatusCode.valueOf(200), template, parameters);
    }

    public ResponseEntity<String> page(HttpStatusCode status, String template, Map<String, Object> parameters) {
        return ResponseEntity.status(status).contentType(HTML).body(text(template, parameters));
    }

    /** The page without its headers. */
    public String text(String template, Map<String, Object> parameters) {
        var out = new StringOutput(16_384);
        engine.render(template + ".jte", parameters, out);
        return out.toString();
    }
}
