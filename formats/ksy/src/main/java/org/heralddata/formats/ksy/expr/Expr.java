package org.heralddata.formats.ksy.expr;

import java.math.BigInteger;
import java.util.List;

/** An expression. {@link #at()} is the character where it is best pointed at, from 0. */
public sealed interface Expr {

    int at();

    record Whole(BigInteger value, int at) implements Expr {}

    record Real(double value, int at) implements Expr {}

    record Text(String value, int at) implements Expr {}

    /** Texts and expressions in turn, to be joined. */
    record Format(List<Expr> parts, int at) implements Expr {}

    record Truth(boolean value, int at) implements Expr {}

    /** A bare name: a field, {@code _}, {@code _index}, {@code _root} and so on. */
    record Name(String name, int at) implements Expr {}

    /** {@code path::enum::label}; at least two names. */
    record Label(List<String> path, int at) implements Expr {}

    record Array(List<Expr> items, int at) implements Expr {}

    record Unary(String operator, Expr operand, int at) implements Expr {}

    record Binary(String operator, Expr left, Expr right, int at) implements Expr {}

    record Choice(Expr condition, Expr yes, Expr no, int at) implements Expr {}

    /** {@code target.name}, a member or a method without arguments. */
    record Member(Expr target, String name, int at) implements Expr {}

    /** {@code target.name(arguments)}. */
    record Call(Expr target, String name, List<Expr> arguments, int at) implements Expr {}

    record Index(Expr target, Expr index, int at) implements Expr {}

    record Cast(Expr target, TypeName type, int at) implements Expr {}

    /** {@code sizeof<type>} in bytes or {@code bitsizeof<type>} in bits. */
    record SizeOf(TypeName type, boolean bits, int at) implements Expr {}
}
