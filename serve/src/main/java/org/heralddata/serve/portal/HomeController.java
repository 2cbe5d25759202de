package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.DataService;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The home page and the page about Herald. */
@RestController
class HomeController {
    private final DataService data;
    private final FilesGlance files;
    private final Pages pages;

    HomeController(DataService data, FilesGlance files, Pages pages) {
        this.data = data;
        this.files = files;
        this.pages = pages;
    }

    @GetMapping("/")
    ResponseEntity<String> home() {
        List<Release> releases = data.collections();
        SequencedMap<String, List<Card>> cards = new TreeMap<>();
        for (Release release : releases) {
            cards.computeIfAbsent(release.collection().messenger(), term -> new ArrayList<>())
                    .add(Card.of(release, release.sequence()));
        }
        List<FilesCard> filesOnly = files.withoutRelease(releases);
        Map<String, List<FilesCard>> filesCards = new TreeMap<>();
        for (FilesCard card : filesOnly) {
            filesCards
                    .computeIfAbsent(card.about().messenger(), term -> new ArrayList<>())
                    .add(card);
            cards.computeIfAbsent(card.about().messenger(), term -> new ArrayList<>());
        }
        long rows = cards.values().stream()
                .flatMap(List::stream)
                .mapToLong(Card::rows)
                .sum();
        return pages.page(
                "home",
                Map.of(
                        "cards",
                        cards,
                        "filesCards",
                        filesCards,
                        "collections",
                        releases.size() + filesOnly.size(),
                        "rows",
                        rows,
                        "steps",
                        WorkedSelection.from(releases)));
    }

    @GetMapping("/about")
    ResponseEntity<String> about() {
        List<Release> releases = data.collections();
        String example = releases.isEmpty()
                ? "/api/v1/collections"
                : Addresses.api(
                        releases.getFirst().collection().id(),
                        releases.getFirst().tables().getFirst().name());
        return pages.page("about", Map.of("formats", data.exportFormats(), "example", example));
    }
}
