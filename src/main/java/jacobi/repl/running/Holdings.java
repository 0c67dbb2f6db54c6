package jacobi.repl.running;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * How much memory an object holds, about: what its arrays, collections and fields come to. Of a large collection a few
 * elements stand for all; the JDK's own classes other than collections stay closed and count little.
 */
public final class Holdings {
    private static final int MOST_OBJECTS = 20_000;
    private static final int SAMPLE = 50;
    private static final int HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int ENTRY = 48;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final int most;
    private double bytes;

    private Holdings(int most) {
        this.most = most;
    }

    /** Bytes held by {@code object}. */
    public static long of(Object object) {
        return (long) of(object, MOST_OBJECTS);
    }

    /** @param most how many objects are looked at */
    private static double of(Object object, int most) {
        Holdings holdings = new Holdings(most);
        holdings.find(object);
        while (!holdings.waiting.isEmpty()) {
            holdings.add(holdings.waiting.pop());
        }
        return holdings.bytes;
    }

    private void find(Object object) {
        boolean opaque = object == null || object instanceof Class || object instanceof Thread;
        if (!opaque && seen.size() < most && seen.add(object)) {
            waiting.push(object);
        }
    }

    private void add(Object object) {
        Class<?> type = object.getClass();
        bytes += HEADER;
        if (type.isArray()) {
            bytes += (double) Array.getLength(object) * size(type.getComponentType());
            if (object instanceof Object[] elements) {
                add(Arrays.asList(elements), 0);
            }
        } else if (object instanceof CharSequence text) {
            bytes += text.length();
        } else if (type.getClassLoader() != null) {
            fields(object, type);
        } else if (object instanceof Collection<?> elements) {
            add(elements, REFERENCE);
        } else if (object instanceof Map<?, ?> map) {
            add(map.keySet(), ENTRY);
            add(map.values(), 0);
        }
    }

    /** @param each what the collection itself needs for an element */
    private void add(Collection<?> elements, int each) {
        int size = elements.size();
        bytes += (double) size * each;
        if (size <= SAMPLE) {
            elements.forEach(this::find);
            return;
        }
        double sampled = 0;
        Iterator<?> first = elements.iterator();
        for (int i = 0; i < SAMPLE && first.hasNext(); i++) {
            sampled += of(first.next(), most / SAMPLE);
        }
        bytes += sampled / SAMPLE * size;
    }

    private void fields(Object object, Class<?> type) {
        for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    bytes += size(field.getType());
                    if (!field.getType().isPrimitive() && field.trySetAccessible()) {
                        find(get(field, object));
                    }
                }
            }
        }
    }

    private static Object get(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError("it was made accessible", e);
        }
    }

    private static int size(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == byte.class || type == boolean.class) {
            return 1;
        }
        return type == short.class || type == char.class ? Short.BYTES : REFERENCE;
    }
}
