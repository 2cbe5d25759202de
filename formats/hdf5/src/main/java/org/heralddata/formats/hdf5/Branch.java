package org.heralddata.formats.hdf5;

import java.util.List;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.Group;

/**
 * A group with what it holds, in the order of the file.
 *
 * @param datasets those that can be read
 */
record Branch(Group group, List<Dataset> datasets, List<Branch> branches) {}
