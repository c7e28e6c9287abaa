package anywire.bench.engine.suite;

import java.util.List;

/** A value in a YAML file and the line on which it begins, counted from 1. */
sealed interface Node {
    int line();

    /** As an error would name it: {@code the text 'five'}. */
    String described();

    record Pair(String key, int line, Node value) {}

    record Pairs(int line, List<Pair> pairs) implements Node {
        @Override
        public String described() {
            return "a set of keys";
        }
    }

    record Items(int line, List<Node> items) implements Node {
        @Override
        public String described() {
            return "a list";
        }
    }

    record Scalar(int line, Type type, String text) implements Node {
        enum Type {
            TEXT,
            NUMBER,
            BOOLEAN,
            EMPTY
        }

        @Override
        public String described() {
            return switch (type) {
                case TEXT -> text.isEmpty() ? "empty" : "'" + text + "'";
                case NUMBER, BOOLEAN -> text;
                case EMPTY -> "empty";
            };
        }
    }
}
