package jacobi.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Locale;

/**
 * A component of one of Jacobi's records, as a field of JSON.
 *
 * @param name the component's in snake_case, or the one it is annotated with
 */
record RecordField(String name, Method accessor) {
    private static final ClassValue<RecordField[]> OF_CLASS = new ClassValue<>() {
        @Override
        protected RecordField[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            RecordField[] fields = new RecordField[components.length];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = of(components[i]);
            }
            return fields;
        }
    };

    /** Whether it is of a class of Jacobi's, and not of a cell's, which may have any of Jackson's annotations. */
    static boolean isOwn(Record record) {
        return record.getClass().getName().startsWith("jacobi.");
    }

    /** All of a record's, in order. */
    static RecordField[] of(Record record) {
        return OF_CLASS.get(record.getClass());
    }

    private static RecordField of(RecordComponent component) {
        Method accessor = component.getAccessor();
        JsonProperty named = accessor.getAnnotation(JsonProperty.class);
        accessor.setAccessible(true);
        String snake = component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return new RecordField(named == null ? snake : named.value(), accessor);
    }

    /** What it is in a record. */
    Object value(Record record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("an accessor of a record only returns", e);
        }
    }
}
