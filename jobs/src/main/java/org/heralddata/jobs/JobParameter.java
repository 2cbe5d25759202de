package org.heralddata.jobs;

/**
 * What a job was asked, as it was sent. Names may come several times.
 *
 * @param byReference whether the value is the address of the actual value
 */
public record JobParameter(String name, String value, boolean byReference) {

    /** A value that stands for itself. */
    public static JobParameter of(String name, String value) {
        return new JobParameter(name, value, false);
    }
}
