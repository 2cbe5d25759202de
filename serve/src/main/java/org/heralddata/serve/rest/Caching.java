package org.heralddata.serve.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Answers about releases may be kept: a release never changes. If the request names it they may be kept for a year, else a
 * minute and then asked for again by their tag; so are answers that others get in another form.
 */
final class Caching {
    private static final String PINNED = "public, max-age=31536000, immutable";
    private static final String NEWEST = "public, max-age=60, must-revalidate";

    private Caching() {}

    /**
     * Sets the headers; true if the client has the answer already, and nothing is left to do.
     *
     * @param releases all that the answer is made from
     */
    static boolean isKnown(ServletWebRequest request, List<Release> releases, Asked asked) {
        if (request.getRequest().getMethod().equals("POST")) {
            return false;
        }
        boolean restricted = releases.stream().anyMatch(Caching::isRestricted);
        boolean pinned = !restricted && asked.text(Parameter.RELEASE).isPresent();
        var response = request.getResponse();
        if (response != null) {
            response.setHeader("Cache-Control", pinned ? PINNED : NEWEST);
            response.setHeader("Vary", "Accept, Accept-Encoding" + (restricted ? ", Authorization, Cookie" : ""));
        }
        return request.checkNotModified("W/\"" + digest(request, releases) + "\"");
    }

    /** Whether others may get another answer. */
    private static boolean isRestricted(Release release) {
        return !(release.collection().access() instanceof Access.Open)
                || release.tables().stream()
                        .anyMatch(table -> !(table.access() instanceof Access.Open)
                                || !table.withheld().isNothing()
                                || table.columns().stream().anyMatch(c -> !(c.access() instanceof Access.Open)));
    }

    private static void withheld(StringBuilder text, PublishedTable table) {
        if (!table.withheld().isNothing()) {
            text.append('\n')
                    .append(table.name())
                    .append(table.withheld().all())
                    .append(table.withheld().columns().stream()
                            .map(PublishedColumn::name)
                            .toList());
        }
    }

    private static String digest(ServletWebRequest request, List<Release> releases) {
        var text = new StringBuilder();
        text.append(request.getRequest().getRequestURI())
                .append('?')
                .append(request.getRequest().getQueryString())
                .append('\n')
                .append(request.getHeader("Accept"));
        for (Release release : releases) {
            text.append('\n')
                    .append(release.collection().id())
                    .append(' ')
                    .append(release.name())
                    .append(' ')
                    .append(release.created());
            release.tables().forEach(table -> withheld(text, table));
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
