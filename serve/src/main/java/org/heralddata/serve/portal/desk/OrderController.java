package org.heralddata.serve.portal.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.request.DataRequest;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.serve.portal.FormatChoices;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.portal.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The form of an order: what it means and costs is told before anything is ordered. */
@RestController
@ConditionalOnBean(Requests.class)
class OrderController {
    private final DataService data;
    private final Requests requests;
    private final Asker asker;
    private final Pages pages;

    OrderController(DataService data, Requests requests, Asker asker, Pages pages) {
        this.data = data;
        this.requests = requests;
        this.asker = asker;
        this.pages = pages;
    }

    @GetMapping("/requests/new")
    ResponseEntity<String> form(@RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        OrderForm form = filled(fields);
        if (isGiven(fields, "add") || isGiven(fields, "drop")) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(form.address(choices(form).chosen())))
                    .build();
        }
        return page(counted(form, asker.orderer(request), null));
    }

    @PostMapping("/requests")
    ResponseEntity<String> order(@RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        OrderForm form = filled(fields);
        try {
            Job job = requests.order(form.request(choices(form).chosen()), asker.orderer(request), form.titleOrNull());
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/requests/" + job.id() + "?ordered"))
                    .build();
        } catch (Refusal refusal) {
            return page(counted(form, asker.orderer(request), Problem.of(refusal)));
        }
    }

    private static boolean isGiven(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value != null && !value.isBlank();
    }

    /** Every table that may be ordered, and the collections with common events. */
    private Order.Offered offered() {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        Map<CollectionId, String> ids = new LinkedHashMap<>();
        for (Release release : data.collections()) {
            CollectionId id = release.collection().id();
            Map<String, String> own = new LinkedHashMap<>();
            release.tables().forEach(table -> own.put(id + "/" + table.name(), table.name()));
            tables.put(release.collection().title(), own);
            ids.put(id, release.collection().title());
        }
        return new Order.Offered(tables, ids);
    }

    private ResponseEntity<String> page(Order order) {
        return pages.page(
                order.problem() == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "order", Map.of("order", order));
    }

    private OrderForm filled(MultiValueMap<String, String> fields) {
        String from = fields.getFirst("from");
        Optional<FrozenRequest> template = Optional.empty();
        if (from != null && !from.isBlank()) {
            template = Optional.of(asker.meant(from));
        }
        return OrderForm.of(fields, template);
    }

    private FormatChoices choices(OrderForm form) {
        return FormatChoices.of(data, form.format(), form.asked());
    }

    /** Counts what is ordered; a refusal becomes a part of the page. */
    private Order counted(OrderForm form, Orderer orderer, @Nullable Problem refused) {
        FormatChoices choices = choices(form);
        try {
            DataRequest wanted = form.request(choices.chosen());
            Requests.Offer offer = requests.offer(wanted, orderer.viewer());
            Problem problem = refused;
            List<Diagnostic> refusals = requests.refusals(offer, orderer);
            if (!refusals.isEmpty()) {
                problem = Problem.of(new Refusal(refusals));
            }
            boolean layered = offer.request().request().parts().stream()
                    .anyMatch(p -> !data.table(p.ref()).components().isEmpty());
            return new Order(
                    form,
                    FrozenView.of(data, offer.request()),
                    offer.cost().rows(),
                    offer.cost().formats(),
                    data.exportFormats(),
                    choices,
                    layered,
                    offered(),
                    problem);
        } catch (Refusal refusal) {
            return new Order(
                    form,
                    null,
                    List.of(),
                    new LinkedHashMap<>(),
                    new ArrayList<>(data.exportFormats()),
                    choices,
                    false,
                    offered(),
                    Problem.of(refusal));
        }
    }
}
