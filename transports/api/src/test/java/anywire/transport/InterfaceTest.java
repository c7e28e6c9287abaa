package anywire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The interface that transports are written against, as it was when it last changed on purpose. Whoever changes it writes
 * the file anew ({@code mvn -pl transports/api test -Dtest=InterfaceTest -Danywire.interface=write}), and says so in the
 * changelog.
 */
class InterfaceTest {
    private static final Path FILE = Path.of("src/test/resources/transport-interface.txt");
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void changes_only_on_purpose() throws IOException {
        List<String> now = signatures();
        if (System.getProperty("anywire.interface", "").equals("write")) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, now);
        }
        assertThat(now)
                .as("the interface of transports: see this test's Javadoc if the change is meant")
                .isEqualTo(Files.readAllLines(FILE));
    }

    private static List<String> signatures() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : publicTypes()) {
            lines.add(head(type));
            members(type).map(member -> "    " + member).sorted().forEach(lines::add);
        }
        return lines;
    }

    private static List<Class<?>> publicTypes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> load(name.replace(".class", "").replace(File.separatorChar, '.')))
                    .filter(InterfaceTest::isPublic)
                    .sorted(Comparator.comparing(Class::getName))
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, InterfaceTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (outer == null || isPublic(outer));
    }

    private static String head(Class<?> type) {
        String above = Stream.concat(Stream.of(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
                .filter(t -> t != null && t != Object.class)
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        String modifiers = Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE & ~Modifier.ABSTRACT);
        return modifiers + " " + kind + " " + type.getName() + (above.isEmpty() ? "" : " : " + above)
                + deprecated(type);
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(Field::toGenericString);
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> visible(method) && !method.isSynthetic())
                .map(Method::toGenericString);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(InterfaceTest::visible)
                .map(Constructor::toGenericString);
        return Stream.of(fields, methods, constructors)
                .flatMap(each -> each)
                .map(line -> line.replace("anywire.transport.", "").replace("java.lang.", ""));
    }

    private static boolean visible(Executable member) {
        return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    }

    private static String deprecated(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? " (deprecated)" : "";
    }
}
