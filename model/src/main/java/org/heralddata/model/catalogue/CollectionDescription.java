package org.heralddata.model.catalogue;

import java.util.List;
import org.heralddata.model.sky.Site;
import org.jspecify.annotations.Nullable;

/**
 * What a collection is, whatever its tables: what DataCite, VOResource and schema.org ask for.
 *
 * @param description one or more paragraphs of plain text
 * @param messenger   a term of the IVOA messenger vocabulary: {@code cosmic-ray}, {@code neutrino}, {@code photon} …
 * @param facility    the experiment; null if none
 * @param instrument  null if the facility says it
 * @param site        where local directions are measured; null if not on the ground or not needed
 * @param creators    at least one
 * @param cite        what to cite: a DOI without address, or a full reference; null if nothing
 * @param homepage    null if none
 * @param download    where the original files can be had and how; null if they are not to be had
 * @param keywords    may be empty
 * @param examples    queries to begin with; may be empty
 */
public record CollectionDescription(
        CollectionId id,
        String title,
        String description,
        String messenger,
        @Nullable String facility,
        @Nullable String instrument,
        @Nullable Site site,
        List<Creator> creators,
        Licence licence,
        @Nullable String cite,
        @Nullable String homepage,
        @Nullable String download,
        List<String> keywords,
        List<QueryExample> examples,
        Access access) {

    public CollectionDescription {
        creators = List.copyOf(creators);
        keywords = List.copyOf(keywords);
        examples = List.copyOf(examples);
    }

    /** The same under another restriction. */
    public CollectionDescription with(Access restriction) {
        return new CollectionDescription(
                id,
                title,
                description,
                messenger,
                facility,
                instrument,
                site,
                creators,
                licence,
                cite,
                homepage,
                download,
                keywords,
                examples,
                restriction);
    }
}
