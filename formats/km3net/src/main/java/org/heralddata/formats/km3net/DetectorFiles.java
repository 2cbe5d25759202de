package org.heralddata.formats.km3net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.rows.RowBuilder;
import org.heralddata.spi.rows.StepCursor;

/** Detector descriptions as tables of modules and of photomultipliers. */
final class DetectorFiles {
    private static final String MODULES = "modules";
    private static final String PMTS = "pmts";

    private DetectorFiles() {}

    static TableFile open(Path path, boolean binary) throws IOException {
        SequencedMap<String, String> tables = new LinkedHashMap<>();
        tables.put(MODULES, MODULES);
        tables.put(PMTS, PMTS);
        try (DetectorWalk walk = walk(path, binary)) {
            return new WalkFile(
                    walk.facts(), tables, (table, rows) -> new Cursor(walk(path, binary), table.equals(PMTS), rows));
        }
    }

    private static DetectorWalk walk(Path path, boolean binary) throws IOException {
        Bytes bytes = Bytes.open(path);
        try {
            return binary ? new DatxWalk(bytes) : new DetxWalk(new Lines(bytes));
        } catch (IOException | RuntimeException failed) {
            bytes.close();
            throw failed;
        }
    }

    private static final class Cursor extends StepCursor {
        private final DetectorWalk walk;
        private final boolean pmts;
        private final RowBuilder rows;

        Cursor(DetectorWalk walk, boolean pmts, RowBuilder rows) {
            super(rows);
            this.walk = walk;
            this.pmts = pmts;
            this.rows = rows;
        }

        @Override
        protected boolean step() throws IOException {
            DetectorModule module = walk.next();
            if (module == null) {
                return false;
            }
            if (pmts) {
                addPmts(module);
            } else {
                addModule(module);
            }
            return true;
        }

        private void begin(DetectorModule module) {
            rows.put(0, module.id());
            rows.put(1, module.string());
            rows.put(2, module.floor());
        }

        private void addModule(DetectorModule module) {
            begin(module);
            double[] pose = module.pose();
            for (int i = 0; pose != null && i < DetectorModule.POSE; i++) {
                rows.put(3 + i, pose[i]);
            }
            Long status = module.status();
            if (status != null) {
                rows.put(11, (long) status);
            }
            rows.put(12, (long) module.pmts().size());
            rows.endRow();
        }

        private void addPmts(DetectorModule module) {
            long channel = 0;
            for (DetectorModule.Pmt pmt : module.pmts()) {
                begin(module);
                rows.put(3, channel++);
                rows.put(4, pmt.id());
                for (int i = 0; i < DetectorModule.PMT; i++) {
                    rows.put(5 + i, pmt.values()[i]);
                }
                Long status = pmt.status();
                if (status != null) {
                    rows.put(12, (long) status);
                }
                rows.endRow();
            }
        }

        @Override
        public void close() throws IOException {
            walk.close();
        }
    }
}
