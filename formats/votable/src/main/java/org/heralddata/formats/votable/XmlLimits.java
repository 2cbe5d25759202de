package org.heralddata.formats.votable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Refuses XML that no table needs, before parser or decoder gather it in memory: endless tags, texts and depths. */
final class XmlLimits extends XMLFilterImpl {
    /** Characters between two tags, and bytes of a tag, a comment or a declaration. */
    static final int LONGEST = 16 << 20;

    private static final int DEEPEST = 200;

    private final SourceText source;
    private int depth;
    private long text;
    private boolean stream;

    XmlLimits(SourceText source, ContentHandler next) {
        this.source = source;
        setContentHandler(next);
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        if (++depth > DEEPEST) {
            throw refusal(source, "elements are nested deeper than %d levels".formatted(DEEPEST));
        }
        text = 0;
        stream = local.toUpperCase(Locale.ROOT).equals("STREAM");
        super.startElement(uri, local, qualified, attributes);
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        text += length;
        if (text > LONGEST && !stream) {
            throw refusal(source, "an element holds more than %d characters".formatted(LONGEST));
        }
        super.characters(characters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        depth--;
        text = 0;
        stream = false;
        super.endElement(uri, local, qualified);
    }

    /** The bytes, with the lengths of tags watched. */
    static InputStream watched(SourceText source, InputStream in) {
        return new FilterInputStream(in) {
            private long tag = -1;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int n = super.read(bytes, offset, length);
                for (int i = offset; i < offset + n; i++) {
                    if (bytes[i] == '<') {
                        tag = Math.max(tag, 0);
                    } else if (bytes[i] == '>') {
                        tag = -1;
                    } else if (tag >= 0 && ++tag > LONGEST) {
                        throw refusal(source, "a tag or comment is longer than %d bytes".formatted(LONGEST));
                    }
                }
                return n;
            }
        };
    }

    private static Refusal refusal(SourceText source, String message) {
        return new Refusal(Diagnostic.error(VotableCode.BROKEN_XML, message, source.at(0, 0)));
    }
}
