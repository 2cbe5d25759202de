package org.heralddata.serve.portal.adql;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.adql.DescribedTable;
import org.heralddata.serve.portal.Json;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.rest.RestCode;
import org.heralddata.serve.vo.tap.TapExample;
import org.heralddata.serve.vo.tap.TapService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page for queries in ADQL. Its address can hold the query. */
@RestController
class AdqlPageController {
    /** Beside our own files: the page's import map, the editor's styles, and the SAMP hub of the reader's own machine. */
    static final String POLICY = "default-src 'self'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s';"
            + " connect-src 'self' http://localhost:21012; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'self'";

    private final ObjectProvider<TapService> tap;
    private final Pages pages;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Kept kept;

    /** Made of the same tables. */
    private record Kept(List<DescribedTable> of, List<TapExample> examples, String json) {}

    AdqlPageController(ObjectProvider<TapService> tap, Pages pages) {
        this.tap = tap;
        this.pages = pages;
    }

    @GetMapping("/adql")
    ResponseEntity<String> page(
            @RequestParam(name = "query", defaultValue = "") String query, HttpServletResponse response) {
        TapService service = tap.getIfAvailable();
        if (service == null) {
            throw new Refusal(Diagnostic.error(RestCode.NO_ADDRESS, "this server answers no queries in ADQL"));
        }
        Kept known = known(service);
        String nonce = nonce();
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
        response.setHeader("Cache-Control", "no-store");
        var page = new AdqlPage(query, known.examples(), service.formatNames(), service.maxRows(), nonce, known.json());
        return pages.page("adql", Map.of("page", page));
    }

    @SuppressWarnings("ReferenceEquality") // the service gives the same list as long as nothing has changed
    private Kept known(TapService service) {
        List<DescribedTable> tables = service.adql().tables(null);
        Kept known = kept;
        if (known == null || known.of() != tables) {
            List<TapExample> examples = service.examples();
            known = new Kept(tables, examples, Json.block(AdqlJson.of(service, tables, examples)));
            kept = known;
        }
        return known;
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
