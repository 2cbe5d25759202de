package org.heralddata.formats.fits.tiles;

/** Packed bytes that cannot be unpacked. */
public final class BrokenTile extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    BrokenTile(String why) {
        super(why);
        this.why = why;
    }

    /** In plain words. */
    public String why() {
        return why;
    }
}
