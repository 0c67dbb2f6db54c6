package jacobi.exercise;

import java.util.List;

/**
 * The exercises of one notebook.
 *
 * @param name the notebook's file name without its ending
 */
record Chapter(String name, String title, List<Exercise> exercises) {
    Chapter {
        exercises = List.copyOf(exercises);
    }

    int points() {
        return exercises.stream().mapToInt(Exercise::points).sum();
    }
}
