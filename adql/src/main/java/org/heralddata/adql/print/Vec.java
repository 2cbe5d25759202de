package org.heralddata.adql.print;

import java.util.function.DoubleFunction;

/** A vector in space, by the SQL of its components, each safe to stand as an operand. */
record Vec(String x, String y, String z) {

    /** The unit vector of a direction; angles are SQL of degrees. */
    static Vec of(String lon, String lat) {
        String cos = "cos(radians(" + lat + "))";
        return new Vec(
                "(" + cos + " * cos(radians(" + lon + ")))",
                "(" + cos + " * sin(radians(" + lon + ")))",
                "sin(radians(" + lat + "))");
    }

    static Vec of(double[] v, DoubleFunction<String> literal) {
        return new Vec(literal.apply(v[0]), literal.apply(v[1]), literal.apply(v[2]));
    }

    /** Without parentheses around it. */
    String dot(Vec o) {
        return x + " * " + o.x + " + " + y + " * " + o.y + " + " + z + " * " + o.z;
    }

    Vec cross(Vec o) {
        return new Vec(
                "(" + y + " * " + o.z + " - " + z + " * " + o.y + ")",
                "(" + z + " * " + o.x + " - " + x + " * " + o.z + ")",
                "(" + x + " * " + o.y + " - " + y + " * " + o.x + ")");
    }

    Vec plus(Vec o) {
        return new Vec("(" + x + " + " + o.x + ")", "(" + y + " + " + o.y + ")", "(" + z + " + " + o.z + ")");
    }

    static double[] numbers(double lonDeg, double latDeg) {
        double lon = Math.toRadians(lonDeg);
        double lat = Math.toRadians(latDeg);
        return new double[] {Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)};
    }
}
