package jacobi;

import static jacobi.language.Say.say;

import jacobi.display.Table;
import jacobi.display.ValueText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Records of one type as a table, a column for each component. */
final class RecordTable {
    private RecordTable() {}

    /** Null of a list that is empty, or holds anything but records of one type with components. */
    static Table of(List<?> list) {
        if (list.isEmpty() || list.get(0) == null || !list.get(0).getClass().isRecord()) {
            return null;
        }
        Class<?> type = list.get(0).getClass();
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 0 || !list.stream().allMatch(type::isInstance)) {
            return null;
        }
        List<String> header =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        Table table = Table.ofLong(
                "",
                header,
                list.size(),
                row -> Arrays.stream(components)
                        .map(component -> ValueText.of(value(component, list.get(row))))
                        .toList());
        return table.rows().size() < list.size() ? table.note(say("record-table.rows", "rows", list.size())) : table;
    }

    private static Object value(RecordComponent component, Object row) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError("made accessible above", e);
        }
    }
}
