package org.heralddata.serve.portal.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as a path of SVG: a square of side 1 for each dark module.
 *
 * @param side of the drawing, with the quiet zone of four modules that the standard asks for
 */
public record QrPath(int side, String path) {
    private static final int QUIET = 4;

    static QrPath of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new QrPath(code.size + 2 * QUIET, path.toString());
    }
}
