package org.heralddata.model.catalogue;

/** How a column holds energies: as they are, or as the decimal logarithm of the number of units. */
public enum EnergyScale {
    LINEAR,
    LOG10
}
