package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.Estimate;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.TableRef;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The data shop of a table. Its address is the query, so that a selection can be kept, sent and cited. */
@RestController
class ShopController {
    private static final long SAMPLE = 12;

    private final DataService data;
    private final Pages pages;

    ShopController(DataService data, Pages pages) {
        this.data = data;
        this.pages = pages;
    }

    @GetMapping("/collections/{collection}/{table}")
    ResponseEntity<String> shop(
            @PathVariable("collection") String collection,
            @PathVariable("table") String name,
            @RequestParam(name = "where", defaultValue = "") String where,
            @RequestParam(name = "columns", defaultValue = "") List<String> columns,
            @RequestParam(name = "release", required = false) @Nullable String releaseName,
            @RequestParam(name = "format", defaultValue = "csv") String format,
            @RequestParam Map<String, String> all) {
        CollectionId id = Requested.collection(collection);
        List<Release> releases = data.releases(id);
        Release release = Requested.release(releases, id, releaseName);
        PublishedTable table = release.table(name)
                .orElseThrow(() -> new Refusal(
                        Diagnostic.error(QueryCode.NO_TABLE, "`%s` has no table `%s`".formatted(id, name))));
        var asked = new Shop.Asked(where.strip(), named(columns), release.name(), format);
        var choices = FormatChoices.of(data, format, all);
        boolean newest = release.name().equals(releases.getFirst().name());
        Notice notice = Notice.of(release, data.restrictions(release), name);
        Shop.Answer answer = answer(new TableRef(id, name, release.name()), asked);
        var shop = new Shop(release, newest, releases, table, asked, data.exportFormats(), choices, answer, notice);
        return pages.page(
                answer.problem() == null ? HttpStatus.OK : answer.problem().status(),
                "shop",
                Map.of("shop", shop, "json", Json.block(ShopJson.of(shop))));
    }

    private Shop.Answer answer(TableRef ref, Shop.Asked asked) {
        try {
            var request = new RowsRequest(asked.where(), asked.columns(), List.of(), null, 0);
            Estimate estimate = data.estimate(ref, request);
            SampleRows rows = SampleRows.of(data, ref, asked.where(), asked.columns(), SAMPLE);
            return new Shop.Answer(estimate, rows, null);
        } catch (Refusal refusal) {
            return new Shop.Answer(
                    new Estimate(0, 0, new LinkedHashMap<>()),
                    new SampleRows(List.of(), List.of()),
                    Problem.of(refusal));
        }
    }

    /** The form sends a parameter a column, links one with commas; Spring splits those. */
    private static List<String> named(List<String> columns) {
        var out = new ArrayList<String>();
        columns.stream().map(String::strip).filter(c -> !c.isEmpty()).forEach(out::add);
        return out.stream().distinct().toList();
    }
}
