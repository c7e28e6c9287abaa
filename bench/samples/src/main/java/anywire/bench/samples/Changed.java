package anywire.bench.samples;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Copies of records, one component changed. */
public final class Changed {
    private Changed() {}

    /** @param value of the component's type */
    public static <R extends Record> R with(R record, String component, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        assert Arrays.stream(components).anyMatch(c -> c.getName().equals(component)) : component;
        Object[] values = Arrays.stream(components)
                .map(c -> c.getName().equals(component) ? value : valueOf(record, c))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            R copy = (R) record.getClass().getConstructor(types).newInstance(values);
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
