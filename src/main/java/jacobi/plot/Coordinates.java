package jacobi.plot;

import jacobi.plot.data.GivenNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

/**
 * Reads places along an axis: numbers, names, which take the places 0, 1, 2 and so on, and dates, in days since 1970.
 */
final class Coordinates {
    private static final double DAY = 86_400;

    private Coordinates() {}

    /** Whether these are names or dates. */
    static boolean areWords(Object values) {
        List<?> items = items(values);
        return items != null
                && !items.isEmpty()
                && (items.stream().allMatch(String.class::isInstance)
                        || items.stream().allMatch(Coordinates::isDate));
    }

    private static List<?> items(Object values) {
        return values instanceof Object[] array ? Arrays.asList(array) : values instanceof List<?> list ? list : null;
    }

    /** The places; the axis learns names it has not seen, and that it is one of dates. */
    static double[] of(AxisState axis, Object values, String name) {
        if (!areWords(values)) {
            return GivenNumbers.vector(values, name);
        }
        List<?> items = items(values);
        if (items.stream().allMatch(String.class::isInstance)) {
            return items.stream()
                    .mapToDouble(item -> place(axis.names, (String) item))
                    .toArray();
        }
        axis.dates = true;
        return items.stream().mapToDouble(Coordinates::days).toArray();
    }

    private static int place(List<String> names, String name) {
        int found = names.indexOf(name);
        if (found < 0) {
            names.add(name);
            return names.size() - 1;
        }
        return found;
    }

    private static boolean isDate(Object value) {
        return value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof ZonedDateTime
                || value instanceof Instant
                || value instanceof Date;
    }

    private static double days(Object date) {
        if (date instanceof LocalDate day) {
            return day.toEpochDay();
        }
        if (date instanceof LocalDateTime time) {
            return seconds(time.toInstant(ZoneOffset.UTC));
        }
        if (date instanceof ZonedDateTime time) {
            return seconds(time.toLocalDateTime().toInstant(ZoneOffset.UTC));
        }
        return seconds(date instanceof Date old ? old.toInstant() : (Instant) date);
    }

    private static double seconds(Instant instant) {
        return (instant.getEpochSecond() + instant.getNano() / 1e9) / DAY;
    }
}
