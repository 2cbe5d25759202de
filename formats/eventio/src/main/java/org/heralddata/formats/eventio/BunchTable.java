package org.heralddata.formats.eventio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.RowBuilder;

/**
 * Photon bunches of a telescope (type 1205), and what CORSIKA's IACT extension writes in the same form: the particles that made
 * the light, and particles at the observation level.
 */
final class BunchTable implements ObjectTable {

    /** What is taken out of the objects. */
    enum Kind {
        PHOTON_BUNCHES,
        EMITTERS,
        PARTICLES
    }

    private static final int TYPE = 1205;
    private static final int VALUES = 8;
    private static final int AT_ONCE = 4096;
    private static final int HEAD = 12;

    /** Array and telescope 999: particles at the observation level. */
    private static final int OBSERVATION_LEVEL = 999_999;

    /** In place of a wavelength: this is not a bunch but what made the bunch before it. */
    private static final float EMITTER = 9999;

    private final Kind kind;
    private int left;

    BunchTable(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Column> columns() {
        return TableLayout.columns(name());
    }

    @Override
    public boolean isOf(Header header) {
        boolean particles = header.id() == OBSERVATION_LEVEL;
        return header.type() == TYPE && particles == (kind == Kind.PARTICLES);
    }

    @Override
    public boolean reads(Header header) {
        return header.version() / 1000 <= 1;
    }

    @Override
    public boolean add(Header header, Around around, ObjectWalk walk, RowBuilder rows) throws IOException {
        boolean compact = header.version() / 1000 == 1;
        int size = VALUES * (compact ? Short.BYTES : Float.BYTES);
        if (left == 0) {
            left = count(header, walk, size);
        }
        int some = Math.min(left, AT_ONCE);
        ByteBuffer bytes = walk.read(some * size);
        float[] bunch = new float[VALUES];
        for (int i = 0; i < some; i++) {
            for (int value = 0; value < VALUES; value++) {
                bunch[value] = compact ? bytes.getShort() : bytes.getFloat();
            }
            if (compact) {
                expand(bunch);
            }
            put(header, around, bunch, rows);
        }
        left -= some;
        return left > 0;
    }

    private static int count(Header header, ObjectWalk walk, int size) throws IOException {
        if (walk.left() < HEAD) {
            throw broken(header, walk, "it ends early");
        }
        int count = walk.read(HEAD).getInt(8);
        if (count < 0 || count > walk.left() / size) {
            throw broken(header, walk, "it claims %d bunches where %d bytes are left".formatted(count, walk.left()));
        }
        return count;
    }

    private static RuntimeException broken(Header header, ObjectWalk walk, String why) {
        return walk.place()
                .refusal(
                        EventioCode.BROKEN,
                        header.offset(),
                        "an object of type %d, version %d is broken: %s".formatted(TYPE, header.version(), why));
    }

    /** Millimetres, 1/30000, tenths of ns, thousandths of a decade, hundredths of a photon. */
    private static void expand(float[] bunch) {
        bunch[0] *= 0.1f;
        bunch[1] *= 0.1f;
        bunch[2] = Math.clamp(bunch[2] / 30_000, -1f, 1f);
        bunch[3] = Math.clamp(bunch[3] / 30_000, -1f, 1f);
        bunch[4] *= 0.1f;
        bunch[5] = (float) Math.pow(10, bunch[5] * 0.001);
        bunch[6] *= 0.01f;
    }

    private void put(Header header, Around around, float[] bunch, RowBuilder rows) {
        boolean emitter = bunch[7] == EMITTER;
        if (kind != Kind.PARTICLES && emitter != (kind == Kind.EMITTERS)) {
            return;
        }
        if (around.event() != Around.NONE) {
            rows.put(0, around.event());
        }
        int first = 1;
        if (kind != Kind.PARTICLES) {
            rows.put(1, (long) (header.id() / 1000));
            rows.put(2, (long) (header.id() % 1000));
            first = 3;
        }
        int values = kind == Kind.EMITTERS ? VALUES - 1 : VALUES;
        for (int value = 0; value < values; value++) {
            rows.put(first + value, (double) bunch[value]);
        }
        rows.endRow();
    }
}
