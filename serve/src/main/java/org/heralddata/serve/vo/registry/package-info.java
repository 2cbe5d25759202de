/**
 * What this node tells the registries of the Virtual Observatory: VOResource 1.1, VODataService 1.2, VORegistry 1.0 and
 * RegistryInterfaces 1.1 records, as XML.
 *
 * <p>Sees query and model, not HTTP. {@code vo.oai} gives the records out. A service that can be reached declares itself by a
 * bean of type {@link org.heralddata.serve.vo.registry.CapabilitySource}.
 */
@NullMarked
package org.heralddata.serve.vo.registry;

import org.jspecify.annotations.NullMarked;
