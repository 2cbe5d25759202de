package org.heralddata.serve.vo.datalink;

import java.util.List;

/**
 * A service that a row names (DataLink 1.1, section 4).
 *
 * @param id         within the answer
 * @param standardId of its standard
 */
record ServiceDescriptor(String id, String standardId, String url, String description, List<Input> inputs) {

    ServiceDescriptor {
        inputs = List.copyOf(inputs);
    }

    /**
     * A parameter.
     *
     * @param type      attributes of a PARAM besides name and value
     * @param value     empty if the user gives it
     */
    record Input(String name, String type, String value, String description) {}
}
