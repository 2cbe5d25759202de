package org.heralddata.serve.portal;

import java.util.regex.Pattern;

/** Tells a DOI from other references. */
final class Doi {
    private static final Pattern FORM = Pattern.compile("10\\.\\d{4,9}/\\S+");

    private Doi() {}

    static boolean is(String reference) {
        return FORM.matcher(reference).matches();
    }

    static String address(String doi) {
        return "https://doi.org/" + doi;
    }
}
