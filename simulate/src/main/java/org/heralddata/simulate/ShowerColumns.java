package org.heralddata.simulate;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.heralddata.model.table.Batch;

/** The columns of a block of air showers, in the order of their header. For one thread. */
final class ShowerColumns {
    private final Columns columns;
    final BitSet noGrande = new BitSet();
    final BitSet noCalorimeter = new BitSet();
    final BitSet noStations = new BitSet();
    private final int[] stationOffsets;
    private final Columns.Elements stationIds = new Columns.Elements();
    private final Columns.Elements stationDeposits = new Columns.Elements();
    private final Columns.Elements stationArrivals = new Columns.Elements();
    final long[] gt;
    final long[] mt;
    final long[] run;
    final long[] ev;
    final double[] temperature;
    final double[] pressure;
    final double[] arrayE;
    final double[] arrayX;
    final double[] arrayY;
    final double[] arrayZe;
    final double[] arrayAz;
    final double[] arrayNe;
    final double[] arrayNmu;
    final double[] arrayAge;
    final double[] grandeX;
    final double[] grandeY;
    final double[] grandeZe;
    final double[] grandeAz;
    final double[] grandeNch;
    final double[] grandeNmu;
    final double[] grandeAge;
    final long[] hadrons;
    final double[] hadronE;
    final double[] trueLgE;
    final long[] trueA;

    ShowerColumns(int n) {
        columns = new Columns(n);
        stationOffsets = new int[n + 1];
        gt = columns.longs();
        mt = columns.longs();
        run = columns.longs();
        ev = columns.longs();
        temperature = columns.doubles();
        pressure = columns.doubles();
        arrayE = columns.doubles();
        arrayX = columns.doubles();
        arrayY = columns.doubles();
        arrayZe = columns.doubles();
        arrayAz = columns.doubles();
        arrayNe = columns.doubles();
        arrayNmu = columns.doubles();
        arrayAge = columns.doubles();
        grandeX = columns.doubles(noGrande);
        grandeY = columns.doubles(noGrande);
        grandeZe = columns.doubles(noGrande);
        grandeAz = columns.doubles(noGrande);
        grandeNch = columns.doubles(noGrande);
        grandeNmu = columns.doubles(noGrande);
        grandeAge = columns.doubles(noGrande);
        hadrons = columns.longs(noCalorimeter);
        hadronE = columns.doubles(noCalorimeter);
        trueLgE = new double[n];
        trueA = new long[n];
    }

    /** Lists the stations of shower {@code i} if it is one of the sample. Once an event, in order. */
    void stations(int i, boolean listed, AirShowers.Shower s, SplittableRandom random) {
        if (listed) {
            KascadeArray.deposit(
                    s.electrons(),
                    s.age(),
                    s.coreXM(),
                    s.coreYM(),
                    s.zenithRad(),
                    s.azimuthRad(),
                    random,
                    (station, depositMeV, arrivalNs) -> {
                        stationIds.add(station);
                        stationDeposits.add(depositMeV);
                        stationArrivals.add(arrivalNs);
                    });
        } else {
            noStations.set(i);
        }
        stationOffsets[i + 1] = stationIds.size();
    }

    Batch batch() {
        columns.lists(stationOffsets, stationIds.longs(), noStations);
        columns.lists(stationOffsets, stationDeposits.doubles(), noStations);
        columns.lists(stationOffsets, stationArrivals.doubles(), noStations);
        System.arraycopy(trueLgE, 0, columns.doubles(), 0, trueLgE.length);
        System.arraycopy(trueA, 0, columns.longs(), 0, trueA.length);
        return columns.batch();
    }
}
