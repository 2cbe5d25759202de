package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileSummary;
import org.heralddata.model.files.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * A collection on the home page that has files only.
 *
 * @param summary of its files; null if they are not open to everyone
 * @param span    first to last year; null if no file tells which time it covers
 * @param words   lower-case text that the search field looks in
 */
public record FilesCard(
        CollectionDescription about,
        @Nullable FileSummary summary,
        @Nullable String span,
        String words) {

    static FilesCard of(FileCollection collection, @Nullable FileSummary summary) {
        return new FilesCard(
                collection.about(), summary, summary == null ? null : years(summary.span()), words(collection));
    }

    /** First to last year; null for no time. */
    static @Nullable String years(@Nullable TimeSpan span) {
        if (span == null) {
            return null;
        }
        int first = Figures.dayOfNanoseconds((double) span.start()).getYear();
        int last = Figures.dayOfNanoseconds((double) span.stop()).getYear();
        return first == last ? Integer.toString(first) : first + "–" + last;
    }

    private static String words(FileCollection collection) {
        CollectionDescription about = collection.about();
        List<String> words = new ArrayList<>(about.keywords());
        words.add(about.id().value());
        words.add(about.title());
        words.add(about.description());
        words.add(about.messenger());
        words.add(Objects.requireNonNullElse(about.facility(), ""));
        words.add(Objects.requireNonNullElse(about.instrument(), ""));
        words.add("files");
        return String.join(" ", words).toLowerCase(Locale.ROOT);
    }
}
