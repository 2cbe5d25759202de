package org.heralddata.serve.vo.datalink;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.files.FileService;
import org.heralddata.serve.vo.dali.VoParameters;
import org.heralddata.serve.vo.dali.VotableErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The links of identifiers; those that fail are told row by row. */
@Controller
class DatalinkController {
    private static final String MEDIA_TYPE = "application/x-votable+xml;content=datalink";
    private static final int MOST_IDS = 1000;

    private final DataService data;
    private final FileService files;

    DatalinkController(DataService data, FileService files) {
        this.data = data;
        this.files = files;
    }

    @RequestMapping(
            path = "/datalink",
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST})
    void links(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> ids = VoParameters.of(request).all("ID");
        if (ids.size() > MOST_IDS) {
            throw VoParameters.bad("ID", ids.size() + " identifiers", "at most " + MOST_IDS);
        }
        String url = request.getRequestURL().toString();
        var links = new Links(
                data,
                files,
                url.substring(0, url.length() - request.getRequestURI().length()));
        ids.forEach(links::add);
        byte[] document = links.document().getBytes(StandardCharsets.UTF_8);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletResponse response) throws IOException {
        VotableErrors.send(response, 400, VotableErrors.text(refusal.diagnostics()));
    }
}
