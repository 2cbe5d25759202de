/**
 * The publishing registry: OAI-PMH 2.0 at {@code /oai}, by GET and POST.
 *
 * <p>{@code OaiController} knows HTTP, {@code OaiProtocol} the verbs, {@code Items} what there is to harvest. Follows OAI-PMH
 * 2.0, RegistryInterfaces 1.1 (prefix {@code ivo_vor}, set {@code ivo_managed}) and the OAI DataCite format.
 */
@NullMarked
package org.heralddata.serve.vo.oai;

import org.jspecify.annotations.NullMarked;
