/**
 * The settings of a home: {@code config.yaml}, read once by the commands that need them.
 *
 * <p>Sees serve, jobs, query and model.
 */
@NullMarked
package org.heralddata.app.settings;

import org.jspecify.annotations.NullMarked;
