/**
 * One event with all that is known of it: its values by detector component, its stations and where they stand, its neighbours.
 *
 * <p>Sees what can be asked of data; the REST API and the portal show what it finds.
 */
@NullMarked
package org.heralddata.serve.event;

import org.jspecify.annotations.NullMarked;
