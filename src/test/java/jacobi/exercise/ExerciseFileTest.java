package jacobi.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.exercise.answer.Fetching;
import jacobi.exercise.answer.Workshop;
import jacobi.language.Language;
import jacobi.plot.Plots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExerciseFileTest {
    @TempDir
    private Path folder;

    private Chapter read(String yaml) throws IOException {
        return ExerciseFile.read(Files.writeString(folder.resolve("chapter.yaml"), yaml));
    }

    private static String with(String fields) {
        return """
            chapter: 01-x
            exercises:
              - id: x-1
                title: One
                points: 2
                task: Do it.
            """ + fields.indent(4);
    }

    @Test
    void readsAnExercise() throws IOException {
        Exercise exercise =
                read(with("hints: [first, second]\nexpect: 3")).exercises().get(0);
        assertThat(exercise.points()).isEqualTo(2);
        assertThat(exercise.hints()).extracting(Hint::text).containsExactly("first", "second");
        assertThat(exercise.rules().checks()).hasSize(1);
    }

    @Test
    void aReaderGetsTextsInTheirLanguageAndEnglishWhereThereIsNone() throws IOException {
        String yaml = """
            chapter: 01-x
            title: {en: Grids, zh: 网格}
            exercises:
              - id: x-1
                title: {en: One, zh: 一}
                points: 2
                task: {en: Do it.}
                hints: {en: [look], zh: [看]}
                expect: 3
            """;
        Language before = Language.current();
        try {
            Language.use(Language.of("zh").orElseThrow());
            Chapter chapter = read(yaml);
            assertThat(chapter.title()).isEqualTo("网格");
            assertThat(chapter.exercises().get(0))
                    .extracting(Exercise::title, Exercise::task, Exercise::hints)
                    .containsExactly("一", "Do it.", List.of(new Hint("看", null, null)));
            Language.use(Language.of("en").orElseThrow());
            assertThat(read(yaml).exercises().get(0).title()).isEqualTo("One");
        } finally {
            Language.use(before);
        }
    }

    @Test
    void anUnknownFieldIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> read(with("expct: 3")))
                .isInstanceOf(ExerciseException.class)
                .hasMessageContaining("chapter.yaml: x-1: expct is unknown")
                .hasMessageContaining("expect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[2.1]", "3", "{en: [2.1]}", "' '", "true"})
    void aSectionIsAText(String section) {
        assertThatThrownBy(() -> read(with("section: " + section + "\nexpect: 3")))
                .isInstanceOf(ExerciseException.class)
                .hasMessageContaining("chapter.yaml: x-1: section is ")
                .hasMessageContaining("expected the number and name of a section");
    }

    @Test
    void aSectionThatIsNotNamedInEnglishIsMissing() {
        assertThatThrownBy(() -> read(with("section: {zh: 2.1 数据操作}\nexpect: 3")))
                .hasMessageContaining("chapter.yaml: x-1: en is missing");
    }

    @Test
    void aHintForAResultHasAText() {
        assertThatThrownBy(() -> read(with("hints: [{got: 4}]\nexpect: 3")))
                .hasMessageContaining("x-1: say is missing");
        assertThatThrownBy(() -> read(with("hints: [{say: look}]\nexpect: 3")))
                .hasMessageContaining("x-1: when is missing");
        assertThatThrownBy(() -> read(with("hints: [{got: {a: 1}, say: look}]\nexpect: 3")))
                .hasMessageContaining("x-1: got is {\"a\":1}; expected a number");
    }

    @Test
    void anExerciseThatJudgesNothingIsRefused() {
        assertThatThrownBy(() -> read(with("forbid: [loop]"))).hasMessageContaining("x-1: expect is missing");
    }

    @Test
    void anUnknownPropertyListsTheKnownOnes() {
        assertThatThrownBy(() -> read(with("random: {shapes: [[2]], seed: 1, properties: [round]}")))
                .hasMessageContaining("unknown round")
                .hasMessageContaining("symmetric");
    }

    @Test
    void limitsOfAFigureAreJudged() throws IOException {
        Exercise exercise = read(with("figure: {series: 1, xlim: [0, 2], ylim: [0, 4]}"))
                .exercises()
                .get(0);
        double[] x = {0, 1, 2};
        assertThat(tried(exercise, Plots.plot(x, x).xlim(0, 2).ylim(0, 4)).passed())
                .isTrue();
        assertThat(tried(exercise, Plots.plot(x, x).xlim(0, 3).ylim(0, 4)).text())
                .contains("xlim → [0, 2]: the figure has other limits");
        assertThatThrownBy(() -> read(with("figure: {series: 1, xlim: [0]}"))).hasMessageContaining("x-1: xlim is [0]");
    }

    private static Result tried(Exercise exercise, Object answer) {
        Trial trial = Trial.formative(exercise, (reference, questions) -> List.of());
        return trial.judge(new Fetching(answer, Workshop.plain()).replies(trial.questions()));
    }

    @Test
    void anIdStandsOnce() {
        String twice = with("expect: 3") + with("expect: 4").replaceFirst("(?s).*exercises:\n", "");
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("x-1: id is there twice");
    }

    @Test
    void brokenYamlIsNamedByFileAndLine() {
        assertThatThrownBy(() -> read("chapter: x\nexercises: [")).hasMessageContaining("chapter.yaml, line 2");
    }

    @Test
    void everyShippedChapterReadsAndItsExercisesHaveTwoHintsForAnyMistakeAndOneForATypicalOne() {
        Bookshelf shelf = Bookshelf.read(Path.of("notebooks/exercises"));
        assertThat(shelf.chapters()).hasSize(7).allSatisfy(chapter -> {
            assertThat(chapter.exercises()).hasSizeBetween(6, 15);
            assertThat(chapter.exercises()).allSatisfy(exercise -> {
                assertThat(exercise.hints()).filteredOn(Hint::isForAny).hasSize(2);
                assertThat(exercise.hints())
                        .filteredOn(hint -> !hint.isForAny())
                        .as(exercise.id())
                        .isNotEmpty()
                        .allMatch(hint -> hint.got() != null || hint.when() != Mistake.VALUE);
            });
        });
    }

    @Test
    void anUnknownExerciseListsTheKnownOnes() {
        assertThatThrownBy(() -> Bookshelf.read(Path.of("notebooks/exercises")).exercise("data-99"))
                .hasMessageContaining("no exercise \"data-99\"")
                .hasMessageContaining("data-1");
    }

    @Test
    void aFolderWithoutExercisesSaysWhereToStart() {
        assertThatThrownBy(() -> Bookshelf.nearest(folder)).hasMessageContaining("no folder named exercises");
    }
}
