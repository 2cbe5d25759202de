package org.heralddata.descriptor.draft;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be said of a collection from the metadata of its first file, else its name. */
final class DraftAbout {
    private static final List<String> GAMMA =
            List.of("hess", "magic", "veritas", "fact", "hawc", "cta", "glast", "fermi", "lhaaso", "lst");
    private static final List<String> NEUTRINO =
            List.of("icecube", "amanda", "antares", "km3net", "orca", "arca", "baikal", "hese", "neutrino");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

    private final DraftTable table;
    private final String bare;

    DraftAbout(DraftTable table) {
        this.table = table;
        this.bare = table.files().getFirst().replaceFirst("(?i)(\\.[a-z0-9]{1,6}){1,2}$", "");
    }

    String id() {
        String id = ColumnName.snake(bare).replace('_', '-');
        return id.startsWith("c-") ? "collection-" + id.substring(2) : id;
    }

    String title() {
        String told = table.told("title", "TITLE");
        if (!told.isEmpty()) {
            return told;
        }
        String object = table.told("OBJECT");
        String telescope = facility();
        return telescope.isEmpty() ? bare : object.isEmpty() ? telescope + " events" : telescope + " events: " + object;
    }

    String description() {
        String told = table.told("description", "DESCRIPTION");
        return told.isEmpty() ? "Data of " + String.join(", ", table.files().subList(0, 1)) : told;
    }

    String facility() {
        return table.told("TELESCOP", "facility");
    }

    String creator() {
        String told = table.told("ORIGIN", "creator", "author");
        return told.isEmpty() ? facility().isEmpty() ? "not stated" : facility() : told;
    }

    String licence() {
        String told = table.told("licence", "license", "LICENSE");
        return "{name: " + DraftText.quoted(told.isEmpty() ? "not stated" : told) + "}";
    }

    String citation() {
        return table.told("citation", "reference");
    }

    String messenger() {
        String words = (facility() + " " + bare + " " + table.bareName()).toLowerCase(Locale.ROOT);
        if (GAMMA.stream().anyMatch(words::contains)) {
            return "photon";
        }
        return NEUTRINO.stream().anyMatch(words::contains) ? "neutrino" : "cosmic-ray";
    }

    /** From GADF's cards; empty if not told. */
    String site() {
        String latitude = table.told("GEOLAT");
        String longitude = table.told("GEOLON");
        String height = table.told("ALTITUDE");
        boolean told = NUMBER.matcher(latitude).matches()
                && NUMBER.matcher(longitude).matches()
                && NUMBER.matcher(height).matches()
                && Math.abs(Double.parseDouble(latitude)) <= 90
                && Math.abs(Double.parseDouble(longitude)) <= 180;
        return told ? "{latitude: %s deg, longitude: %s deg, height: %s m}".formatted(latitude, longitude, height) : "";
    }
}
