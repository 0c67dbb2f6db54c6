package jacobi.data;

import static jacobi.language.Say.say;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Python's format for values, as far as it holds numbers, texts, lists, tuples and dictionaries. What would be called
 * is asked of a function that knows what it may give; nothing is executed.
 */
final class Pickle {
    private static final Object MARK = new Object();

    private record Global(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final ByteBuffer in;
    private final UnaryOperator<Object> persistent;
    private final BiFunction<String, List<?>, Object> called;
    private final ArrayList<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    Pickle(byte[] bytes, UnaryOperator<Object> persistent, BiFunction<String, List<?>, Object> called) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.persistent = persistent;
        this.called = called;
    }

    Object read() {
        while (true) {
            int code = in.get() & 0xff;
            switch (code) {
                case 0x80 -> in.get();
                case 0x95 -> in.getLong();
                case '.' -> {
                    return pop();
                }
                case '(' -> push(MARK);
                case '}' -> push(new LinkedHashMap<Object, Object>());
                case ']', ')' -> push(new ArrayList<Object>());
                case 'N' -> push(null);
                case 0x88 -> push(true);
                case 0x89 -> push(false);
                case 'J' -> push((long) in.getInt());
                case 'K' -> push((long) (in.get() & 0xff));
                case 'M' -> push((long) (in.getShort() & 0xffff));
                case 0x8a -> push(whole(in.get() & 0xff));
                case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
                case 'X' -> push(text(in.getInt()));
                case 0x8c, 'U' -> push(text(in.get() & 0xff));
                case 'c' -> push(new Global(line() + "." + line()));
                case 0x93 -> {
                    Object name = pop();
                    push(new Global(pop() + "." + name));
                }
                case 'q' -> memo.put(in.get() & 0xff, top());
                case 'r' -> memo.put(in.getInt(), top());
                case 0x94 -> memo.put(memo.size(), top());
                case 'h' -> push(memo.get(in.get() & 0xff));
                case 'j' -> push(memo.get(in.getInt()));
                case 't' -> push(marked());
                case 0x85, 0x86, 0x87 -> push(last(code - 0x84));
                case 'Q' -> push(persistent.apply(pop()));
                case 'R' -> {
                    List<?> arguments = (List<?>) pop();
                    push(called.apply(String.valueOf(pop()), arguments));
                }
                case 'b' -> pop();
                case 'a' -> {
                    Object element = pop();
                    list().add(element);
                }
                case 'e' -> {
                    List<Object> elements = marked();
                    list().addAll(elements);
                }
                case 's' -> {
                    List<Object> pair = last(2);
                    map().put(pair.get(0), pair.get(1));
                }
                case 'u' -> {
                    List<Object> pairs = marked();
                    for (int i = 0; i < pairs.size(); i += 2) {
                        map().put(pairs.get(i), pairs.get(i + 1));
                    }
                }
                default ->
                    throw new IllegalArgumentException(say("data.pickle.operation", "code", Integer.toHexString(code)));
            }
        }
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object pop() {
        return stack.remove(stack.size() - 1);
    }

    private Object top() {
        return stack.get(stack.size() - 1);
    }

    @SuppressWarnings("unchecked")
    private List<Object> list() {
        return (List<Object>) top();
    }

    @SuppressWarnings("unchecked")
    private Map<Object, Object> map() {
        return (Map<Object, Object>) top();
    }

    private List<Object> marked() {
        return last(stack.size() - 1 - stack.lastIndexOf(MARK), true);
    }

    private List<Object> last(int n) {
        return last(n, false);
    }

    private List<Object> last(int n, boolean mark) {
        List<Object> part = stack.subList(stack.size() - n, stack.size());
        List<Object> values = new ArrayList<>(part);
        part.clear();
        if (mark) {
            pop();
        }
        return values;
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() {
        StringBuilder text = new StringBuilder();
        for (byte b = in.get(); b != '\n'; b = in.get()) {
            text.append((char) b);
        }
        return text.toString();
    }

    private long whole(int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            long b = i == length - 1 ? in.get() : in.get() & 0xff;
            value |= b << 8 * i;
        }
        return value;
    }
}
