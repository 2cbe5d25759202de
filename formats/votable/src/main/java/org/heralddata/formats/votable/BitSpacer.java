package org.heralddata.formats.votable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Puts blanks between the digits of bit arrays in TABLEDATA: {@code 101101}, as astropy writes them, is for STIL one number.
 */
final class BitSpacer extends XMLFilterImpl {
    private final List<Boolean> bits = new ArrayList<>();
    private int column;
    private boolean inBits;

    BitSpacer(ContentHandler next) {
        setContentHandler(next);
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        switch (local.toUpperCase(Locale.ROOT)) {
            case "TABLE" -> bits.clear();
            case "FIELD" -> bits.add("bit".equals(attributes.getValue("datatype")));
            case "TR" -> column = 0;
            case "TD" -> inBits = column < bits.size() && bits.get(column++);
            default -> {}
        }
        super.startElement(uri, local, qualified, attributes);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!inBits) {
            super.characters(text, start, length);
            return;
        }
        char[] spaced = new char[2 * length];
        for (int i = 0; i < length; i++) {
            spaced[2 * i] = text[start + i];
            spaced[2 * i + 1] = ' ';
        }
        super.characters(spaced, 0, spaced.length);
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        inBits = false;
        super.endElement(uri, local, qualified);
    }
}
