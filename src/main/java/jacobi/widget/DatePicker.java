package jacobi.widget;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A day to choose. */
public final class DatePicker extends Entry<LocalDate, DatePicker> {
    /** As ipywidgets writes days: months count from 0. */
    private static final Kind<LocalDate> DAY = new Kind<>("a day", DatePicker::read, DatePicker::written);

    DatePicker(LocalDate value) {
        super(WidgetClass.control("DatePicker"), Style.description());
        property("min", DAY, null);
        property("max", DAY, null);
        property("step", Kind.WHOLE, 1);
        begin(DAY, value);
    }

    private static LocalDate read(Object json) {
        if (json == null) {
            return null;
        }
        Map<?, ?> parts = (Map<?, ?>) json;
        int year = Kind.WHOLE.reader().apply(parts.get("year"));
        int month = Kind.WHOLE.reader().apply(parts.get("month")) + 1;
        int day = Kind.WHOLE.reader().apply(parts.get("date"));
        if (month < 1 || month > 12 || day < 1 || day > 31 || Math.abs(year) > 9_999) {
            throw new IllegalArgumentException("it takes a day");
        }
        return LocalDate.of(year, month, 1).plusDays(day - 1);
    }

    private static Object written(LocalDate day) {
        if (day == null) {
            return null;
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("year", day.getYear());
        parts.put("month", day.getMonthValue() - 1);
        parts.put("date", day.getDayOfMonth());
        return parts;
    }
}
