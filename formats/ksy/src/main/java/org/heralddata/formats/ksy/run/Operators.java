package org.heralddata.formats.ksy.run;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators as nodes. */
final class Operators {

    private Operators() {}

    /** An operator on numbers, or {@code +} of texts. */
    static final class Compute extends Node {
        private final String operator;
        private final Node left;
        private final Node right;
        private final boolean masked;

        Compute(String operator, Node left, Node right, Kind kind) {
            super(kind);
            this.operator = operator;
            this.left = left;
            this.right = right;
            this.masked = fits(left) && fits(right);
        }

        private static boolean fits(Node node) {
            return node.kind().is(Kind.Sort.WHOLE)
                    && !node.kind().isUnsigned64()
                    && !(node instanceof Constant constant && constant.constant() instanceof BigInteger);
        }

        @Override
        @Nullable
        Object value(Struct self) {
            Object a = left.value(self);
            Object b = right.value(self);
            if (a == null || b == null) {
                throw Values.wrong(null, "a value on both sides of `" + operator + "`");
            }
            return Arithmetic.apply(operator, a, b);
        }

        @Override
        long whole(Struct self) {
            if (masked && left instanceof MemberNode && right instanceof Constant) {
                return Values.whole(Arithmetic.small(operator, left.whole(self), right.whole(self)));
            }
            return Values.whole(value(self));
        }
    }

    /** A comparison. */
    static final class Compare extends Node {
        private static final int UNORDERED = 2;

        private final String operator;
        private final Node left;
        private final Node right;

        Compare(String operator, Node left, Node right) {
            super(Kind.TRUTH);
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        Object value(Struct self) {
            return truth(self);
        }

        @Override
        boolean truth(Struct self) {
            Object a = left.value(self);
            Object b = right.value(self);
            return switch (operator) {
                case "==" -> Values.equal(a, b);
                case "!=" -> !Values.equal(a, b);
                default -> {
                    int order = Values.compare(a, b);
                    yield order != UNORDERED
                            && switch (operator) {
                                case "<" -> order < 0;
                                case "<=" -> order <= 0;
                                case ">" -> order > 0;
                                default -> order >= 0;
                            };
                }
            };
        }
    }

    /** {@code and}, {@code or}; the right side is looked at only if it matters. */
    static final class Logic extends Node {
        private final boolean and;
        private final Node left;
        private final Node right;

        Logic(boolean and, Node left, Node right) {
            super(Kind.TRUTH);
            this.and = and;
            this.left = left;
            this.right = right;
        }

        @Override
        Object value(Struct self) {
            return truth(self);
        }

        @Override
        boolean truth(Struct self) {
            return and ? left.truth(self) && right.truth(self) : left.truth(self) || right.truth(self);
        }
    }

    /** {@code condition ? yes : no}. */
    static final class Choice extends Node {
        private final Node condition;
        private final Node yes;
        private final Node no;

        Choice(Node condition, Node yes, Node no) {
            super(yes.kind().or(no.kind()));
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        @Nullable
        Object value(Struct self) {
            return condition.truth(self) ? yes.value(self) : no.value(self);
        }
    }

    /** An array of values. */
    static final class Listed extends Node {
        private final List<Node> items;

        Listed(List<Node> items, Kind element) {
            super(Kind.array(element));
            this.items = items;
        }

        @Override
        Object value(Struct self) {
            Items array = new Items(Kind.ANY, self.run);
            for (Node item : items) {
                array.add(item.value(self));
            }
            return array;
        }
    }

    /** Texts and values joined. */
    static final class Joined extends Node {
        private final List<Node> parts;

        Joined(List<Node> parts) {
            super(Kind.TEXT);
            this.parts = parts;
        }

        @Override
        Object value(Struct self) {
            var text = new StringBuilder();
            for (Node part : parts) {
                Object value = part.value(self);
                if (value == null || value instanceof byte[] || value instanceof Items || value instanceof Struct) {
                    throw Values.wrong(value, "a number or text");
                }
                text.append(value);
            }
            self.run.hold(40L + text.length());
            return text.toString();
        }
    }
}
