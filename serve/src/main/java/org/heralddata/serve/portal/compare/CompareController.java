package org.heralddata.serve.portal.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;
import org.heralddata.serve.portal.Json;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.portal.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Compares two selections of a table, or two releases. Its address is what is compared. */
@RestController
class CompareController {
    private final DataService data;
    private final Pages pages;

    CompareController(DataService data, Pages pages) {
        this.data = data;
        this.pages = pages;
    }

    @GetMapping("/collections/{collection}/{table}/compare")
    ResponseEntity<String> compare(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            @RequestParam(name = "a", defaultValue = "") String a,
            @RequestParam(name = "b", defaultValue = "") String b,
            @RequestParam(name = "release-a", defaultValue = "") String releaseA,
            @RequestParam(name = "release-b", defaultValue = "") String releaseB,
            @RequestParam(name = "rows", defaultValue = "") String rows,
            HttpServletRequest request) {
        if (!CollectionId.FORM.matcher(collection).matches()) {
            throw new Refusal(
                    Diagnostic.error(QueryCode.NO_COLLECTION, "there is no collection `%s`".formatted(collection)));
        }
        var id = new CollectionId(collection);
        List<Release> releases = data.releases(id);
        Side first = side("A", a.strip(), new TableRef(id, table, releaseA.isBlank() ? null : releaseA));
        Side second = side("B", b.strip(), new TableRef(id, table, releaseB.isBlank() ? null : releaseB));
        boolean sound = first.problem() == null && second.problem() == null;
        boolean counted = sound && !rows.isEmpty();
        var comparison = new Comparison(
                first,
                second,
                releases,
                first.release().name().equals(second.release().name())
                        ? List.of()
                        : ColumnDifference.of(first.table(), second.table()),
                counted ? RowDifference.of(data, first, second).orElse(null) : null,
                counted,
                Objects.toString(request.getQueryString(), ""));
        return pages.page(
                sound ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                "compare",
                Map.of("page", comparison, "json", Json.block(comparison.drawn())));
    }

    private Side side(String name, String where, TableRef ref) {
        Release release = data.release(ref);
        PublishedTable table = data.table(ref);
        try {
            return new Side(name, where, release, table, data.count(ref, where), null);
        } catch (Refusal refusal) {
            return new Side(name, where, release, table, null, Problem.of(refusal));
        }
    }
}
