package org.heralddata.formats.votable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Walks the cells of BINARY and BINARY2 ahead of the decoder, which takes memory for whatever length a cell claims. A cell
 * that claims more than {@link CellBytes#MOST} is refused.
 */
final class BinaryGuard extends XMLFilterImpl {
    private final SourceText source;
    private final List<CellBytes> cells = new ArrayList<>();
    /** What a row is made of: the null flags of BINARY2, then the cells. */
    private final List<CellBytes> parts = new ArrayList<>();

    private final byte[] quantum = new byte[4];
    private boolean sure;
    private String unknown = "";
    private boolean binary;
    private boolean binary2;
    private boolean walking;
    /** True behind the padding of base64. */
    private boolean ended;

    private int gathered;
    private int part;
    /** Bytes of the part still to come. */
    private long skip;
    /** Bytes of its length still to come. */
    private int lengthBytes;

    private long length;

    BinaryGuard(SourceText source, ContentHandler next) {
        this.source = source;
        setContentHandler(next);
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        switch (local.toUpperCase(Locale.ROOT)) {
            case "TABLE" -> {
                binary = false;
                cells.clear();
                unknown = "";
                sure = true;
            }
            case "FIELD" -> {
                String datatype = text(attributes, "datatype");
                String arraysize = text(attributes, "arraysize");
                sure &= !CellBytes.isAmbiguous(datatype, arraysize);
                if (CellBytes.knows(datatype, arraysize)) {
                    cells.add(CellBytes.of(datatype, arraysize));
                } else if (unknown.isEmpty()) {
                    unknown = "datatype=\"%s\" arraysize=\"%s\"".formatted(datatype, arraysize);
                }
            }
            case "BINARY", "BINARY2" -> {
                binary = true;
                binary2 = local.equalsIgnoreCase("BINARY2");
            }
            case "STREAM" -> {
                if (!binary) {
                    break;
                }
                String encoding = text(attributes, "encoding");
                if (!unknown.isEmpty()) {
                    throw broken("binary rows cannot be decoded: a FIELD has %s".formatted(unknown));
                }
                walking = sure && !cells.isEmpty() && text(attributes, "href").isEmpty();
                if (walking && !encoding.equals("base64")) {
                    throw broken("the STREAM has the encoding `%s`, not `base64`".formatted(encoding));
                }
                if (walking) {
                    begin();
                }
            }
            default -> {}
        }
        super.startElement(uri, local, qualified, attributes);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (walking) {
            for (int i = start; i < start + length && walking; i++) {
                char c = text[i];
                if (c > ' ') {
                    if (ended || c > 126) {
                        throw broken("the base64 of a STREAM is damaged at `%s`".formatted(c));
                    }
                    quantum[gathered++] = (byte) c;
                    if (gathered == 4) {
                        gathered = 0;
                        take();
                    }
                }
            }
        }
        super.characters(text, start, length);
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        if (local.equalsIgnoreCase("STREAM")) {
            walking = false;
        }
        super.endElement(uri, local, qualified);
    }

    private void begin() {
        parts.clear();
        if (binary2) {
            parts.add(new CellBytes(1, (cells.size() + 7) / 8));
        }
        parts.addAll(cells);
        gathered = 0;
        ended = false;
        part = -1;
        next();
    }

    private void take() {
        try {
            for (byte b : Base64.getDecoder().decode(quantum)) {
                walk(b);
            }
            ended = quantum[3] == '=';
        } catch (IllegalArgumentException notBase64) {
            throw broken("the base64 of a STREAM is damaged at `%s`"
                    .formatted(new String(quantum, StandardCharsets.ISO_8859_1)));
        }
    }

    private void walk(byte b) {
        if (lengthBytes > 0) {
            length = length << 8 | (b & 0xff);
            if (--lengthBytes == 0) {
                claim(parts.get(part).of(length));
            }
        } else {
            skip--;
        }
        if (skip == 0 && lengthBytes == 0) {
            next();
        }
    }

    /** Goes to the next part that takes bytes; a row without any ends the walk. */
    private void next() {
        for (int tried = 0; tried < parts.size(); tried++) {
            part = (part + 1) % parts.size();
            CellBytes cell = parts.get(part);
            if (cell.varies()) {
                lengthBytes = 4;
                length = 0;
                return;
            }
            claim(cell.of(cell.count()));
            if (skip > 0) {
                return;
            }
        }
        walking = false;
    }

    private void claim(long bytes) {
        if (bytes > CellBytes.MOST) {
            throw broken("a cell of column %d claims to hold %d bytes".formatted(part + (binary2 ? 0 : 1), bytes));
        }
        skip = bytes;
    }

    private Refusal broken(String message) {
        return new Refusal(Diagnostic.error(VotableCode.BROKEN_DATA, message, source.at(0, 0)));
    }

    private static String text(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value.strip();
    }
}
