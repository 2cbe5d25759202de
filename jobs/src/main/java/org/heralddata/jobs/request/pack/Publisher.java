package org.heralddata.jobs.request.pack;

import java.util.function.Supplier;

/**
 * Who hands out packages.
 *
 * @param organisation that publishes
 * @param address      public address of the server without the last slash, asked when a package is made
 * @param software     name and version of this program
 */
public record Publisher(String organisation, Supplier<String> address, String software) {

    String url() {
        return address.get();
    }
}
