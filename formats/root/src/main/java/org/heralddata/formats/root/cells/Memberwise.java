package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;

/** A container that may be kept member by member: the first member of all elements, then the second. */
interface Memberwise {

    /** Passes the version of the elements' class, which stands once before containers side by side. */
    void passVersion(RootBuffer in);

    /** Decodes one container. */
    void readMemberwise(RootBuffer in);
}
