package org.heralddata.model.descriptor;

import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.unit.Unit;

/**
 * Which column is the event's energy.
 *
 * @param column as published, with its component's name in front
 * @param unit   of energy; of the number whose logarithm is taken if {@code scale} is logarithmic
 */
public record EnergyMapping(String column, EnergyScale scale, Unit unit) {}
