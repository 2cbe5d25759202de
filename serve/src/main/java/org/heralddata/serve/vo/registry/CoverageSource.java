package org.heralddata.serve.vo.registry;

import java.util.Optional;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.FileCollection;

/** Where on the sky a collection has data: one bean at most. */
public interface CoverageSource {

    /** A MOC as text (MOC 2.0, section 4.3.2: {@code 3/282,283 4/…}), ICRS; empty if it is not known. */
    Optional<String> spatial(Release release);

    /** The same of a collection of files alone; empty if they do not tell, or are not open to everyone. */
    Optional<String> spatial(FileCollection files);
}
