package jacobi.exercise;

import java.util.List;

/**
 * The exercises of one notebook.
 *
 * @param name the notebook's file name without its ending
 * @param title a few words
 */
public record Chapter(String name, String title, List<Exercise> exercises) {
    public Chapter {
        exercises = List.copyOf(exercises);
    }

    /** Its title, or its name where it has none. */
    String heading() {
        return title.isEmpty() ? name : title;
    }

    /** The points of all its exercises. */
    public int points() {
        return exercises.stream().mapToInt(Exercise::points).sum();
    }
}
