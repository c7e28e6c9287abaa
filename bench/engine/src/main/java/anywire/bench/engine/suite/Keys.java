package anywire.bench.engine.suite;

import anywire.bench.engine.suite.Node.Items;
import anywire.bench.engine.suite.Node.Pair;
import anywire.bench.engine.suite.Node.Pairs;
import anywire.bench.engine.suite.Node.Scalar;
import anywire.transport.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Typed reads of one set of keys. All keys are checked against the known ones when it is made. */
final class Keys {
    private final String file;
    private final Pairs all;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    Keys(String file, Pairs all, List<String> known) {
        this.file = file;
        this.all = all;
        for (Pair pair : all.pairs()) {
            if (!known.contains(pair.key())) {
                throw at(pair.line(), "unknown key '" + pair.key() + "'; " + Nearest.hint(pair.key(), known));
            }
            pairs.put(pair.key(), pair);
        }
    }

    boolean has(String key) {
        return pairs.containsKey(key);
    }

    Optional<String> text(String key) {
        return scalar(key, Scalar.Type.TEXT, "text", scalar -> scalar.text());
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    /** One of those words. */
    Optional<String> word(String key, List<String> words) {
        Optional<String> given = text(key);
        given.filter(word -> !words.contains(word)).ifPresent(word -> {
            throw error(key, "unknown " + key + " '" + word + "'; " + Nearest.hint(word, words));
        });
        return given;
    }

    Optional<Boolean> bool(String key) {
        return scalar(
                key,
                Scalar.Type.BOOLEAN,
                "true or false",
                scalar -> scalar.text().equals("true"));
    }

    Optional<Long> wholeLong(String key) {
        return scalar(
                key, Scalar.Type.NUMBER, "a whole number", scalar -> new BigDecimal(scalar.text()).longValueExact());
    }

    Optional<Integer> whole(String key, int min, int max) {
        Optional<Long> given = wholeLong(key);
        given.filter(value -> value < min || value > max).ifPresent(value -> {
            throw error(key, "'" + key + "' is " + min + " to " + max + ", not " + value);
        });
        return given.map(Long::intValue);
    }

    /** One, or a list of them. */
    Optional<List<Integer>> wholes(String key, int min, int max) {
        Pair pair = pairs.get(key);
        if (pair == null || pair.value() instanceof Scalar) {
            return whole(key, min, max).map(List::of);
        }
        return items(key).map(items -> {
            List<Integer> numbers = new ArrayList<>();
            for (Node item : items) {
                if (!(item instanceof Scalar scalar)
                        || scalar.type() != Scalar.Type.NUMBER
                        || !scalar.text().matches("\\d{1,9}")
                        || Integer.parseInt(scalar.text()) < min
                        || Integer.parseInt(scalar.text()) > max) {
                    throw at(
                            item.line(),
                            "'" + key + "' lists whole numbers from " + min + " to " + max + ", not "
                                    + item.described());
                }
                numbers.add(Integer.parseInt(scalar.text()));
            }
            return List.copyOf(numbers);
        });
    }

    Optional<Double> positive(String key, double max) {
        Optional<Double> given =
                scalar(key, Scalar.Type.NUMBER, "a number", scalar -> Double.parseDouble(scalar.text()));
        given.filter(value -> !(value > 0 && value <= max)).ifPresent(value -> {
            throw error(key, "'" + key + "' is above 0 and at most " + plain(max) + ", not " + described(key));
        });
        return given;
    }

    /** {@code 5%} or {@code 0.05}. */
    Optional<Double> share(String key) {
        Pair pair = pairs.get(key);
        if (pair == null) {
            return Optional.empty();
        }
        if (pair.value() instanceof Scalar scalar) {
            try {
                String text = scalar.text();
                double value = text.endsWith("%")
                        ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                        : Double.parseDouble(text);
                if (value > 0 && value < 1) {
                    return Optional.of(value);
                }
            } catch (NumberFormatException e) {
                throw wrong(pair, "a share such as 5%");
            }
        }
        throw wrong(pair, "a share such as 5%");
    }

    Optional<Duration> time(String key, Duration min) {
        Optional<Duration> given =
                scalar(key, Scalar.Type.TEXT, "a time such as 600ms or 7s", scalar -> Durations.parse(scalar.text()));
        given.filter(time -> time.compareTo(min) < 0).ifPresent(time -> {
            throw error(key, "'" + key + "' is at least " + Durations.print(min) + ", not " + Durations.print(time));
        });
        return given;
    }

    /** Not empty, no name twice. */
    Optional<List<String>> names(String key) {
        return items(key).map(items -> {
            List<String> names = new ArrayList<>();
            for (Node item : items) {
                if (!(item instanceof Scalar scalar) || scalar.type() != Scalar.Type.TEXT) {
                    throw at(item.line(), "'" + key + "' lists names, not " + item.described());
                }
                if (names.contains(scalar.text())) {
                    throw at(item.line(), "'" + scalar.text() + "' stands twice in '" + key + "'");
                }
                names.add(scalar.text());
            }
            return List.copyOf(names);
        });
    }

    Optional<List<Node>> items(String key) {
        Pair pair = pairs.get(key);
        if (pair == null) {
            return Optional.empty();
        }
        if (!(pair.value() instanceof Items list)) {
            throw wrong(pair, "a list");
        }
        if (list.items().isEmpty()) {
            throw at(pair.line(), "'" + key + "' is an empty list");
        }
        return Optional.of(list.items());
    }

    Optional<Keys> keys(String key, List<String> known) {
        Pair pair = pairs.get(key);
        if (pair == null) {
            return Optional.empty();
        }
        if (!(pair.value() instanceof Pairs below)) {
            throw wrong(pair, "a set of keys: " + String.join(", ", known));
        }
        return Optional.of(new Keys(file, below, known));
    }

    /** At the key's line, or where its set of keys begins if it isn't given. */
    InvalidSuiteException error(String key, String text) {
        Pair pair = pairs.get(key);
        return at(pair == null ? all.line() : pair.line(), text);
    }

    InvalidSuiteException missing(String key) {
        return at(all.line(), "'" + key + "' is missing");
    }

    private <T> Optional<T> scalar(String key, Scalar.Type type, String wanted, Function<Scalar, T> parse) {
        Pair pair = pairs.get(key);
        if (pair == null) {
            return Optional.empty();
        }
        if (!(pair.value() instanceof Scalar scalar) || scalar.type() != type) {
            throw wrong(pair, wanted);
        }
        try {
            return Optional.of(parse.apply(scalar));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(pair, wanted);
        }
    }

    private String described(String key) {
        Pair pair = pairs.get(key);
        return pair == null ? "empty" : pair.value().described();
    }

    private InvalidSuiteException wrong(Pair pair, String wanted) {
        return at(
                pair.line(),
                "'" + pair.key() + "' is " + wanted + ", not " + pair.value().described());
    }

    private InvalidSuiteException at(int line, String text) {
        return new InvalidSuiteException(file + ":" + line + ": " + text);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
