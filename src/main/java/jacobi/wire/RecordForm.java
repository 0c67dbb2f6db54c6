package jacobi.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of Jacobi's records as an object of JSON, a field for each component.
 *
 * @param fields in order
 * @param constructor of all components
 * @param isSimple whether all of them are of types that {@link #read} knows
 */
record RecordForm(List<Field> fields, Constructor<?> constructor, boolean isSimple) {
    private static final ClassValue<RecordForm> OF_CLASS = new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
            return make(type);
        }
    };

    /** That of a class; null if it is no record of Jacobi's, or one that annotations of Jackson's have a say in. */
    static RecordForm of(Class<?> type) {
        return type.isRecord() && type.getName().startsWith("jacobi.") ? OF_CLASS.get(type) : null;
    }

    private static RecordForm make(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            for (Annotation annotation : method.getDeclaredAnnotations()) {
                if (!(annotation instanceof JsonProperty)) {
                    return null;
                }
            }
        }
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            List<Field> fields = Stream.of(components).map(Field::of).toList();
            return new RecordForm(fields, constructor, fields.stream().allMatch(Field::isSimple));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has this constructor", e);
        }
    }

    /**
     * The record an object stands for; unknown fields are ignored, and what is not there is null, 0 or false.
     *
     * @throws IllegalArgumentException if a field has the wrong type, or the record refuses them
     */
    Object read(JsonNode object) {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).read(object);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be made", e);
        }
    }

    /**
     * A component as a field.
     *
     * @param name the component's in snake_case, or the one it is annotated with
     * @param texts whether it is a map of texts
     */
    record Field(String name, Class<?> type, boolean texts, Method accessor) {
        static Field of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            JsonProperty named = accessor.getAnnotation(JsonProperty.class);
            String snake = component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
            boolean texts = component.getType() == Map.class
                    && component.getGenericType() instanceof ParameterizedType map
                    && map.getActualTypeArguments()[1] == String.class;
            return new Field(named == null ? snake : named.value(), component.getType(), texts, accessor);
        }

        boolean isSimple() {
            return type == String.class || type == JsonNode.class || isTruth() || isWhole() || texts;
        }

        private boolean isTruth() {
            return type == boolean.class || type == Boolean.class;
        }

        private boolean isWhole() {
            return type == int.class || type == Integer.class;
        }

        /** What it is in a record. */
        Object value(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("an accessor of a record only returns", e);
            }
        }

        private Object read(JsonNode object) {
            JsonNode value = object.get(name);
            if (type == JsonNode.class) {
                return value;
            }
            if (value == null || value.isNull()) {
                return type == int.class ? (Integer) 0 : type == boolean.class ? Boolean.FALSE : null;
            }
            if (texts) {
                return texts(value);
            }
            String text = text(name, value);
            if (isTruth()) {
                return value.asBoolean();
            }
            return isWhole() ? (Object) whole(text) : text;
        }

        private Map<String, String> texts(JsonNode object) {
            if (!object.isObject()) {
                throw new IllegalArgumentException(name + " is no object");
            }
            Map<String, String> texts = new LinkedHashMap<>();
            object.properties().forEach(field -> {
                JsonNode value = field.getValue();
                texts.put(field.getKey(), value.isNull() ? "" : text(field.getKey(), value));
            });
            return texts;
        }

        private static String text(String name, JsonNode value) {
            if (!value.isValueNode()) {
                throw new IllegalArgumentException(name + " is neither a text nor a number nor true or false");
            }
            return value.asText();
        }

        private Integer whole(String text) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " is no whole number: " + text, e);
            }
        }
    }
}
