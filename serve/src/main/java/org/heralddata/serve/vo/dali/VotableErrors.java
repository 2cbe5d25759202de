package org.heralddata.serve.vo.dali;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.serve.xml.Xml;

/**
 * Errors as VOTables: QUERY_STATUS ERROR (DALI 1.1, section 4.4.2) and, for clients of Simple Cone Search, an INFO named Error
 * (SCS 1.03, section 2, 2.c).
 */
public final class VotableErrors {

    private VotableErrors() {}

    /** What is wrong and what to do about it, in one line a mistake. */
    public static String text(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(d -> d.help() == null ? d.message() : d.message() + " (" + d.help() + ")")
                .collect(Collectors.joining("; "));
    }

    /** The document. */
    public static String document(String text) {
        String told = Xml.escaped(text);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
                <RESOURCE type="results">
                <INFO ID="Error" name="Error" value="%1$s"/>
                <INFO name="QUERY_STATUS" value="ERROR">%1$s</INFO>
                </RESOURCE>
                </VOTABLE>
                """.formatted(told);
    }

    /** Answers with the document. */
    public static void send(HttpServletResponse response, int status, String text) throws IOException {
        byte[] document = document(text).getBytes(StandardCharsets.UTF_8);
        response.reset();
        response.setStatus(status);
        response.setContentType("application/x-votable+xml");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
