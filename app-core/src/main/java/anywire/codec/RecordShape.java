package anywire.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;

/** A record class, looked at once: its components, and quick ways to read and to make one. */
final class RecordShape {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final String[] names;
    private final Type[] types;
    private final MethodHandle[] getters;
    private final MethodHandle constructor;

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private RecordShape(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record");
        }
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
        this.types =
                Arrays.stream(components).map(RecordComponent::getGenericType).toArray(Type[]::new);
        this.getters = new MethodHandle[components.length];
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (int i = 0; i < components.length; i++) {
                getters[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
            this.constructor = lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("can't look into " + type.getName(), e);
        }
    }

    int size() {
        return names.length;
    }

    String name(int component) {
        return names[component];
    }

    Type type(int component) {
        return types[component];
    }

    /** @throws CodecException that names those that there are, if there is none of that name */
    int knownIndexOf(String name) throws CodecException {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        String known = names.length == 0 ? "there is none" : "known are " + String.join(", ", names);
        throw new CodecException("'" + TextScalars.shown(name) + "' is unknown; " + known);
    }

    /** @throws IllegalArgumentException if it is null */
    Object get(Object record, int component) {
        Object value;
        try {
            value = getters[component].invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (value == null) {
            throw new IllegalArgumentException(type.getSimpleName() + "." + names[component] + " is null");
        }
        return value;
    }

    /** @throws CodecException if the record's own constructor refuses the values, with its message */
    Object make(Object[] values) throws CodecException {
        try {
            return constructor.invokeExact(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            String message = e.getMessage();
            throw new CodecException(message == null ? "this is no " + type.getSimpleName() : message, e);
        }
    }
}
