package jacobi.plot.axis;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ticks of an axis of dates at the starts of years, months, days, hours or minutes; a date is a number of days since
 * 1970.
 */
final class DateTicks {
    private static final double DAY = 86_400;

    /** A way from tick to tick, and how its dates are written. */
    private record Step(ChronoUnit unit, int count, double seconds, String pattern) {}

    private static final List<Step> STEPS = List.of(
            new Step(ChronoUnit.SECONDS, 1, 1, "HH:mm:ss"),
            new Step(ChronoUnit.SECONDS, 10, 10, "HH:mm:ss"),
            new Step(ChronoUnit.SECONDS, 30, 30, "HH:mm:ss"),
            new Step(ChronoUnit.MINUTES, 1, 60, "HH:mm"),
            new Step(ChronoUnit.MINUTES, 5, 300, "HH:mm"),
            new Step(ChronoUnit.MINUTES, 15, 900, "HH:mm"),
            new Step(ChronoUnit.MINUTES, 30, 1800, "HH:mm"),
            new Step(ChronoUnit.HOURS, 1, 3600, "HH:mm"),
            new Step(ChronoUnit.HOURS, 3, 3 * 3600, "HH:mm"),
            new Step(ChronoUnit.HOURS, 6, 6 * 3600, "MM-dd HH"),
            new Step(ChronoUnit.HOURS, 12, 12 * 3600, "MM-dd HH"),
            new Step(ChronoUnit.DAYS, 1, DAY, "yyyy-MM-dd"),
            new Step(ChronoUnit.DAYS, 2, 2 * DAY, "yyyy-MM-dd"),
            new Step(ChronoUnit.DAYS, 7, 7 * DAY, "yyyy-MM-dd"),
            new Step(ChronoUnit.DAYS, 14, 14 * DAY, "yyyy-MM-dd"),
            new Step(ChronoUnit.MONTHS, 1, 30.4 * DAY, "yyyy-MM"),
            new Step(ChronoUnit.MONTHS, 2, 61 * DAY, "yyyy-MM"),
            new Step(ChronoUnit.MONTHS, 3, 91 * DAY, "yyyy-MM"),
            new Step(ChronoUnit.MONTHS, 6, 182 * DAY, "yyyy-MM"),
            new Step(ChronoUnit.YEARS, 1, 365 * DAY, "yyyy"),
            new Step(ChronoUnit.YEARS, 2, 730 * DAY, "yyyy"),
            new Step(ChronoUnit.YEARS, 5, 1826 * DAY, "yyyy"),
            new Step(ChronoUnit.YEARS, 10, 3652 * DAY, "yyyy"),
            new Step(ChronoUnit.YEARS, 20, 7305 * DAY, "yyyy"),
            new Step(ChronoUnit.YEARS, 50, 18262 * DAY, "yyyy"),
            new Step(ChronoUnit.YEARS, 100, 36524 * DAY, "yyyy"));

    private DateTicks() {}

    static Ticks on(Span span, int most) {
        double wanted = span.length() * DAY / Math.max(1, most);
        Step step =
                STEPS.stream().filter(s -> s.seconds() >= wanted).findFirst().orElse(null);
        if (step == null) {
            return LinearTicks.on(span, most);
        }
        DateTimeFormatter format = DateTimeFormatter.ofPattern(step.pattern(), Locale.ROOT);
        List<Ticks.Tick> ticks = new ArrayList<>();
        LocalDateTime at = start(date(span.lo()), step);
        while (days(at) <= span.hi() + 1e-9) {
            if (days(at) >= span.lo() - 1e-9) {
                ticks.add(new Ticks.Tick(days(at), format.format(at)));
            }
            at = at.plus(step.count(), step.unit());
        }
        return new Ticks(ticks, List.of(), "");
    }

    /** The last round date before another. */
    private static LocalDateTime start(LocalDateTime date, Step step) {
        return switch (step.unit()) {
            case YEARS ->
                LocalDate.of(Math.floorDiv(date.getYear(), step.count()) * step.count(), 1, 1)
                        .atStartOfDay();
            case MONTHS ->
                LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / step.count() * step.count() + 1, 1)
                        .atStartOfDay();
            case DAYS -> {
                long day = date.toLocalDate().toEpochDay();
                yield LocalDate.ofEpochDay(Math.floorDiv(day, step.count()) * step.count())
                        .atStartOfDay();
            }
            default -> {
                long seconds = date.toEpochSecond(ZoneOffset.UTC);
                long round = (long) step.seconds();
                yield LocalDateTime.ofEpochSecond(Math.floorDiv(seconds, round) * round, 0, ZoneOffset.UTC);
            }
        };
    }

    private static LocalDateTime date(double days) {
        return LocalDateTime.ofEpochSecond((long) Math.floor(days * DAY), 0, ZoneOffset.UTC);
    }

    private static double days(LocalDateTime date) {
        return date.toEpochSecond(ZoneOffset.UTC) / DAY;
    }
}
