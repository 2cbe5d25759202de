package org.heralddata.bench.peers;

import static org.bytedeco.hdf5.global.hdf5.*;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.Node;
import java.nio.file.Path;
import org.bytedeco.javacpp.DoublePointer;

/** jHDF and the C library through bytedeco, with shuffle and deflate 1 as Herald writes. */
final class Hdf5Peers {
    private static final int CHUNK = 65_536;

    private Hdf5Peers() {}

    record JhdfReader() implements Peer {

        @Override
        public String name() {
            return "jHDF";
        }

        @Override
        public double run(Path path) throws Exception {
            double sum = 0;
            try (HdfFile file = new HdfFile(path)) {
                sum = sum(file);
            }
            return sum;
        }

        private static double sum(io.jhdf.api.Group group) {
            double sum = 0;
            for (Node node : group) {
                if (node instanceof Dataset dataset && dataset.getData() instanceof double[] column) {
                    sum += Columns.sum(column, column.length);
                } else if (node instanceof io.jhdf.api.Group inner) {
                    sum += sum(inner);
                }
            }
            return sum;
        }
    }

    record JhdfWriter(Columns columns) implements Peer {

        @Override
        public String name() {
            return "jHDF";
        }

        @Override
        public double run(Path path) {
            DatasetCreationOptions options = DatasetCreationOptions.builder()
                    .chunkDimensions(CHUNK)
                    .shuffle()
                    .deflate(1)
                    .build();
            try (WritableHdfFile file = HdfFile.write(path)) {
                for (int c = 0; c < columns.values().length; c++) {
                    file.putDataset("c" + c, columns.values()[c], options);
                }
            }
            return columns.rows();
        }
    }

    record NativeWriter(Columns columns) implements Peer {

        @Override
        public String name() {
            return "HDF5 C library";
        }

        @Override
        public double run(Path path) {
            H5open();
            long file = H5Fcreate(path.toString(), H5F_ACC_TRUNC, H5P_DEFAULT(), H5P_DEFAULT());
            long space = H5Screate_simple(1, new long[] {columns.rows()}, new long[] {columns.rows()});
            long layout = H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g());
            H5Pset_chunk(layout, 1, new long[] {CHUNK});
            H5Pset_shuffle(layout);
            H5Pset_deflate(layout, 1);
            for (int c = 0; c < columns.values().length; c++) {
                long set =
                        H5Dcreate2(file, "c" + c, H5T_NATIVE_DOUBLE_g(), space, H5P_DEFAULT(), layout, H5P_DEFAULT());
                try (DoublePointer values = new DoublePointer(columns.values()[c])) {
                    if (H5Dwrite(set, H5T_NATIVE_DOUBLE_g(), H5S_ALL, H5S_ALL, H5P_DEFAULT(), values) < 0) {
                        throw new IllegalStateException("not written");
                    }
                }
                H5Dclose(set);
            }
            H5Pclose(layout);
            H5Sclose(space);
            H5Fclose(file);
            return columns.rows();
        }
    }
}
