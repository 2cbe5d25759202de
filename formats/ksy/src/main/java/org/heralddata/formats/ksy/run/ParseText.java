package org.heralddata.formats.ksy.run;

/** Reads text. */
final class ParseText extends Parse {
    private final Region region;
    private final Encoding encoding;

    ParseText(Region region, Encoding encoding) {
        super(Kind.TEXT);
        this.region = region;
        this.encoding = encoding;
    }

    @Override
    Object object(Struct self, ByteStream io) {
        String text = encoding.decode(region.bytes(self, io));
        self.run.hold(40L + text.length());
        return text;
    }
}
