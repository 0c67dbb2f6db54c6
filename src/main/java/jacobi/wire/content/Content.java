package jacobi.wire.content;

import java.util.Locale;

/** What a message of one type says. */
public interface Content {

    /** The message type, {@code execute_request} for {@link ExecuteRequest}. */
    default String type() {
        return OF_CLASS.get(getClass());
    }

    /** The class's name in snake_case, made once for each class. */
    ClassValue<String> OF_CLASS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }
    };
}
