package org.heralddata.serve.vo.oai;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.node.Site;
import org.heralddata.serve.vo.registry.NodeRecords;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** {@code /oai}. Whatever a harvester does wrong is told within the protocol, with status 200. */
@RestController
class OaiController {
    private static final MediaType XML = new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8);

    private final Items items;
    private final Site site;

    OaiController(Items items, Site site) {
        this.items = items;
        this.site = site;
    }

    @RequestMapping(
            path = "/oai",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        String url = site.url(request);
        List<Item> all = items.all(url);
        var protocol = new OaiProtocol(all, items.sets(all), site.node(), url, NodeRecords.MAX_RECORDS, Instant.now());
        Map<String, List<String>> given = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> given.put(name, List.of(values)));
        return ResponseEntity.ok()
                .contentType(XML)
                .cacheControl(CacheControl.noStore())
                .body(protocol.answer(given).getBytes(StandardCharsets.UTF_8));
    }

    /** A repository that is away says so by HTTP (OAI-PMH 2.0, section 3.1.2.2). */
    @ExceptionHandler
    ResponseEntity<String> away(Refusal refusal) {
        if (!refusal.diagnostics().getFirst().code().isOfTheMachine()) {
            throw refusal;
        }
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .body(refusal.diagnostics().getFirst().message());
    }
}
